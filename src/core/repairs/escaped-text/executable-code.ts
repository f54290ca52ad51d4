import { codeSteps } from '../../markdown/code';
import type { Range } from '../../text/edits';
import { lineAt } from '../../text/lines';
import { covers } from '../../text/ranges';
import { atOnce, STEP_LENGTH, type Steps } from '../../text/steps';

/**
 * The language names of highlight.js, which Omnivore used to label code, with common aliases and `mermaid`. Obsidian
 * only shows code in these languages. A plugin may run the code of a fence in any other language.
 * Source: https://github.com/highlightjs/highlight.js/blob/main/SUPPORTED_LANGUAGES.md
 */
const SHOWN_LANGUAGES = new Set(
  `1c abnf accesslog actionscript ada angelscript apache applescript arcade arduino armasm asciidoc aspectj autohotkey autoit avrasm awk
  axapta bash basic bnf brainfuck c c++ c# cal capnproto cc cisco clean clojure clojure-repl cmake coffeescript console coq cos cpp crmsh
  crystal cs csharp csp css csv d dart delphi diff django dns docker dockerfile dos dsconfig dts dust ebnf elixir elm erb erlang
  erlang-repl excel f# fix flix fortran fsharp gams gauss gcode gherkin glsl gml go golang golo gradle graphql groovy h haml handlebars
  haskell haxe hpp hs hsp html http hy inform7 ini irpf90 isbl java javascript jboss-cli js json json5 jsonc jsx julia julia-repl kotlin
  kt lasso latex ldif leaf less lisp livecodeserver livescript llvm log lsl lua make makefile markdown mathematica matlab maxima md mel
  mercury mermaid mipsasm mizar mojolicious monkey moonscript n1ql nestedtext nginx nim nix node-repl nohighlight none nsis objc
  objectivec ocaml openscad oxygene parser3 perl pf pgsql php php-template pl plain plaintext pony powershell processing profile prolog
  properties protobuf ps1 puppet purebasic py python python-repl q qml r rb reasonml rib roboconf routeros rs rsl ruby ruleslanguage
  rust sas scala scheme scilab scss sh shell smali smalltalk sml solidity sqf sql stan stata step21 stylus subunit svelte svg swift
  taggerscript tap tcl tex text thrift toml tp ts tsx twig txt typescript vala vb vbnet vbscript vbscript-html verilog vhdl vim vue wasm
  wren x86asm xhtml xl xml xquery yaml yml zephir zig zsh`.split(/\s+/),
);

/** The start of a fence: quote and list markers, then the backticks or tildes. */
const OPENING_FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/;
const CLOSING_FENCE = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;
const BACKTICKS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*[`~]/;

/** HTML elements that load or run something, or change the page around them, when a note is shown. */
const ACTIVE_ELEMENT =
  /<\/?(?:script|iframe|frame|frameset|object|embed|applet|portal|webview|link|meta|base|style|form)(?=[\s/>]|$)/gi;
/** Event handlers such as `onload=`, and URLs such as `javascript:`. */
const ACTIVE_ATTRIBUTE =
  /[\s"'/]on[a-z]{2,30}[ \t\r\n]{0,9}=|(?:java|vb)script[ \t]{0,9}:|data:text\/html/gi;
/** Templater commands and Hugo shortcodes. These run even inside code. */
const COMMAND = /<%|\{\{</g;
/** Inline code that Dataview or Meta Bind runs: `= expression`, `$= script`, `BUTTON[…]`. */
const INLINE_QUERY = /`(?:\$?=(?![=>])[ \t]{0,9}[^`\s]|(?:INPUT|VIEW|BUTTON|EMBED)\[)/g;
/** `![[note]]`, but not an image whose alternative text is in brackets. */
const EMBED = /!\[\[[^[\]\n]{1,300}\]\](?!\()/g;

/** The maximum distance from an event handler back to its element's `<`, and from `<` to `>`. */
const MAX_TAG_CHARS = 2_000;

/**
 * Finds what a text would run, load or embed when Obsidian, one of its plugins or a publisher shows it. The ranges
 * are sorted by `from` and may overlap. Markup inside code is only shown, except in a language that a plugin may run.
 */
export function executableRanges(text: string): readonly Range[] {
  return atOnce(executableSteps(text));
}

/** Works like `executableRanges`, in steps. */
export function* executableSteps(text: string): Steps<readonly Range[]> {
  const code = (yield* codeSteps(text, 0)).filter(({ from }) =>
    BACKTICKS.test(text.slice(from, from + 80)),
  );
  const fences = code.filter(({ from }) => OPENING_FENCE.test(text.slice(from, from + 80)));
  const ranges = yield* executableFences(text);
  const add = (
    pattern: RegExp,
    shown: readonly Range[],
    rangeOf: (from: number, to: number) => Range,
  ): void => {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      if (!covers(shown, index)) ranges.push(rangeOf(index, index + match.length));
    }
  };
  const toLineEnd = (from: number, to: number): Range => ({ from, to: lineAt(text, to).to });
  const closing = findAhead(text, '>');
  const opening = findBack(text, '<');

  add(COMMAND, [], toLineEnd);
  add(INLINE_QUERY, fences, toLineEnd);
  yield;
  add(EMBED, code, (from, to) => ({ from, to }));
  yield;
  add(ACTIVE_ELEMENT, code, (from, to) => ({
    from,
    to: Math.min(closing(to) + 1, to + MAX_TAG_CHARS),
  }));
  yield;
  add(ACTIVE_ATTRIBUTE, code, (from, to) => {
    const start = opening(from);
    return { from: from - start <= MAX_TAG_CHARS ? start : from, to };
  });
  return ranges.sort((a, b) => a.from - b.from);
}

/** Finds fences in languages that a plugin may run. Each range ends with the closing line, or with the text. */
function* executableFences(text: string): Steps<Range[]> {
  const ranges: Range[] = [];
  let open: { from: number; marker: string } | null = null;
  let stepTo = STEP_LENGTH;
  for (let at = 0; at < text.length;) {
    if (at >= stepTo) {
      stepTo = at + STEP_LENGTH;
      yield;
    }
    const line = lineAt(text, at);
    at = line.next;
    const content = text.slice(line.from, line.to);
    if (open) {
      if (!CLOSING_FENCE.exec(content)?.[1]?.startsWith(open.marker)) continue;
      ranges.push({ from: open.from, to: line.to });
      open = null;
    } else {
      const match = OPENING_FENCE.exec(content);
      const marker = match?.[1] ?? '';
      if (match && !isShown(marker, content.slice(match[0].length)))
        open = { from: line.from, marker };
    }
  }
  if (open) ranges.push({ from: open.from, to: text.length });
  return ranges;
}

/** Returns whether code is only shown: it names a language that no plugin runs, or none, or it is inline code. */
function isShown(marker: string, info: string): boolean {
  const trimmed = info.trim();
  if (trimmed === '' || (marker.startsWith('`') && info.includes('`'))) return true;
  return isShownLanguage(trimmed.split(/[\s{,]/, 1).join(''));
}

/** Returns whether Obsidian only shows code in this language. A plugin may run any other. */
export function isShownLanguage(language: string): boolean {
  return SHOWN_LANGUAGES.has(language.toLowerCase());
}

/** Returns a function that finds a character at or after an offset, or the text's end. Call it with growing offsets. */
function findAhead(text: string, character: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found >= from) return found;
    const at = text.indexOf(character, from);
    return (found = at < 0 ? text.length : at);
  };
}

/** Returns a function that finds a character before an offset, or -Infinity. Call it with growing offsets. */
function findBack(text: string, character: string): (to: number) => number {
  let found = -Infinity;
  let next = text.indexOf(character);
  return (to) => {
    while (next >= 0 && next < to) {
      found = next;
      next = text.indexOf(character, next + 1);
    }
    return found;
  };
}
