import type { CliData, CliFlags, CliHandler } from 'obsidian';

export interface CliCommand {
  readonly command: string;
  readonly description: string;
  readonly flags: CliFlags | null;
  readonly handler: CliHandler;
}

/** The app's own command line. */
export class Cli {
  readonly commands = new Map<string, CliCommand>();

  register(command: CliCommand): void {
    if (this.commands.has(command.command)) {
      throw new Error(`CLI command "${command.command}" is already registered`);
    }
    this.commands.set(command.command, command);
  }

  unregister(command: string): void {
    this.commands.delete(command);
  }

  /** Runs it as `obsidian <command> name=value flag` would, and returns what it prints: `Error: …` if it fails. */
  async run(command: string, params: CliData = {}): Promise<string> {
    try {
      return await this.#run(command, params);
    } catch (error) {
      return String(error);
    }
  }

  async #run(command: string, params: CliData): Promise<string> {
    const known = this.commands.get(command);
    if (!known) throw new Error(`Unknown command: ${command}`);
    for (const [name, flag] of Object.entries(known.flags ?? {})) {
      if (flag.required && params[name] === undefined) throw new Error(`Missing: ${name}`);
    }
    return known.handler(params);
  }
}
