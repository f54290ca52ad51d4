import { articlesBase } from '../core/bases/articles-base';
import { messages } from '../core/i18n';
import { isBasesOn, newBase } from './store/new-base';
import { plainReason } from './store/plain-reason';
import { notify } from './components/notify';
import type { PluginContext } from './plugin-context';

/** Creates a Base of saved articles and opens it. An existing one is opened unchanged. */
export async function createBase({ app, settings }: PluginContext): Promise<void> {
  const { base: words } = messages();
  try {
    const { kind, path, file } = await newBase(app, words.file, articlesBase(settings(), words));
    const done = kind === 'made' ? words.made(path) : words.there(path);
    if (!isBasesOn(app)) return void notify(`${done} ${words.off}`);
    notify(done);
    if (file) await app.workspace.getLeaf().openFile(file);
  } catch (error) {
    notify(words.failed(plainReason(error)));
  }
}
