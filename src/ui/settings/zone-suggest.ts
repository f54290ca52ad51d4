import { AbstractInputSuggest, type App } from 'obsidian';

/** Systems before 2022 don't list the zones that they know. */
type Listing = typeof Intl & { supportedValuesOf?: (key: 'timeZone') => string[] };

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
    const zones = ['UTC', ...((Intl as Listing).supportedValuesOf?.('timeZone') ?? [])];
    return [...new Set(zones)].filter((zone) => zone.toLowerCase().includes(wanted));
  }

  override renderSuggestion(zone: string, el: HTMLElement): void {
    el.setText(zone);
  }
}
