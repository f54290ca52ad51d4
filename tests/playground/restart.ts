import { boot, type BootOptions, type Simulation } from '../simulator/load-plugin';
import { openDesk } from './desk';

/** What a user can switch that takes a new start of the app. */
export type Switches = Pick<BootOptions, 'theme' | 'language' | 'mobile'>;

/** The running app with what is around the plugin: file list, palette, settings button, switches. */
export class Playground {
  #options: BootOptions;
  #simulation: Simulation | null = null;

  constructor(options: BootOptions) {
    this.#options = options;
  }

  get simulation(): Simulation {
    if (!this.#simulation) throw new Error('The playground was not started');
    return this.#simulation;
  }

  get switches(): Switches {
    const { theme = 'light', language = 'en', mobile = false } = this.#options;
    return { theme, language, mobile };
  }

  /** Starts the app, or starts it again on the disk as it is; what is typed is saved first. */
  async start(switches: Switches = {}): Promise<void> {
    await this.#simulation?.app.quit();
    this.#simulation?.close();
    const disk = this.#simulation?.disk;
    const { files, data, ...options } = { ...this.#options, ...switches };
    // The disk has the notes and the settings already, as they have become.
    const kept = { ...(files && { files }), ...(data !== undefined && { data }) };
    this.#options = { ...options, ...kept };
    this.#simulation = await boot(disk ? { ...options, disk } : this.#options);
    Object.assign(window, { simulation: this.#simulation, app: this.#simulation.app });
    await openDesk(this);
  }
}
