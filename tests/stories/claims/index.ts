import { ADAPTER_CLAIMS } from './adapter-claims';
import type { Claim } from './claim';
import { EDITOR_CLAIMS } from './editor-claims';
import { FILE_CLAIMS } from './file-claims';
import { LEAF_CLAIMS } from './leaf-claims';
import { LOOK_CLAIMS } from './look-claims';
import { MENU_CLAIMS } from './menu-claims';
import { METADATA_CLAIMS } from './metadata-claims';
import { NOTE_CLAIMS } from './note-claims';
import { PLUGIN_CLAIMS } from './plugin-claims';
import { POPOUT_CLAIMS } from './popout-claims';
import { SETTING_CLAIMS } from './setting-claims';
import { START_CLAIMS } from './start-claims';
import { VAULT_CLAIMS } from './vault-claims';
import { WINDOW_CLAIMS } from './window-claims';
import { WORKSPACE_CLAIMS } from './workspace-claims';

export { CLAIM_NOTES, type Claim } from './claim';

/** Every claim of the simulator that the real app can be asked about. The last ones start it again. */
export const CLAIMS: readonly Claim[] = [
  ...VAULT_CLAIMS,
  ...FILE_CLAIMS,
  ...ADAPTER_CLAIMS,
  ...METADATA_CLAIMS,
  ...NOTE_CLAIMS,
  ...EDITOR_CLAIMS,
  ...WORKSPACE_CLAIMS,
  ...LEAF_CLAIMS,
  ...WINDOW_CLAIMS,
  ...MENU_CLAIMS,
  ...LOOK_CLAIMS,
  ...PLUGIN_CLAIMS,
  ...SETTING_CLAIMS,
  ...POPOUT_CLAIMS,
  ...START_CLAIMS,
];
