import { AbstractInputSuggest, type App } from 'obsidian';
import { supportedZones } from '../../core/dates/zone';

/** Suggests time zones below a text field. */
export class ZoneSuggest extends AbstractInputSuggest<string> {
  constructor(app: App, inputEl: HTMLInputElement, choose: (zone: string) => void) {
    super(app, inputEl);
    this.onSelect((zone) => {
      this.setValue(zone);
      choose(zone);
      this.close();
    });
  }

  protected override getSuggestions(query: string): string[] {
    const wanted = query.trim().toLowerCase().replace(/ /g, '_');
    return [...new Set(['system', 'UTC', ...supportedZones()])].filter((zone) =>
      zone.toLowerCase().includes(wanted),
    );
  }

  override renderSuggestion(zone: string, el: HTMLElement): void {
    el.setText(zone);
  }
}
