import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completion, graphqlLanguageSupport, stateExtensions, updateSchema } from 'cm6-graphql';
import type { GraphQLSchema } from 'graphql';
import type { CodeMark } from './code-mark.js';

export interface CodeEditorOptions {
  readonly language: 'graphql' | 'json';
  readonly text: string;
  readonly label: string;
  /** The editor's own words by their English, for screen readers. */
  readonly phrases: Readonly<Record<string, string>>;
  oninput(text: string): void;
  /** Ctrl+Enter. */
  onrun(): void;
  onleave(): void;
}

/** An editor of code in an element. It lives in a shadow root, where its styles need no exception from the page's policy. */
export interface CodeEditor {
  /** Puts another text in place, unless it is the same. */
  show(text: string): void;
  /** Shows these marks, and no others. */
  mark(marks: readonly CodeMark[]): void;
  /** Completes by a schema from now on. */
  completeBy(schema: GraphQLSchema): void;
  /** Puts the cursor there and takes the focus. */
  focus(at: number): void;
  close(): void;
}

/** Colours come from the page's own properties, which reach into the shadow root. */
const THEME = EditorView.theme({
  '&': { color: 'var(--ink)', background: 'var(--paper)', borderRadius: '6px', border: '1px solid var(--line)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Consolas, "Noto Sans SC Variable", monospace', lineHeight: '1.6', maxHeight: '24rem' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.5rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { background: 'transparent', border: '0', color: 'var(--soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--accent-soft)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { background: 'var(--accent-soft)' },
  '.cm-tooltip': { background: 'var(--card)', color: 'var(--ink)', border: '1px solid var(--line-strong)', borderRadius: '6px' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '14rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent)', color: 'var(--paper)' },
  '.cm-completionInfo': { maxWidth: '24rem', padding: '0.3rem 0.6rem' },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.75', fontStyle: 'normal' },
  '.cm-diagnostic': { padding: '0.2rem 0.6rem' },
});

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null], color: 'var(--accent)' },
  { tag: [tags.string, tags.number, tags.integer, tags.float], color: 'var(--ramp-0)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--soft)' },
  { tag: [tags.variableName, tags.typeName], color: 'var(--ramp-6)' },
]);

/** Alt with an arrow goes from cell to cell, also from within an editor. */
const EDITING_KEYS = defaultKeymap.filter(({ key }) => !/^(?:Shift-)?Alt-Arrow(?:Up|Down)$/.test(key ?? ''));

export function openCodeEditor(host: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const run = Prec.highest(
    keymap.of([
      {
        key: 'Mod-Enter',
        run: (view) => {
          if (!view.composing) options.onrun();
          return true;
        },
      },
    ]),
  );
  const own: Extension = options.language === 'graphql' ? [lineNumbers(), graphqlLanguageSupport(), completion, stateExtensions()] : [];
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        run,
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('  '),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        keymap.of([...closeBracketsKeymap, ...EDITING_KEYS, ...historyKeymap, ...completionKeymap]),
        syntaxHighlighting(COLOURS),
        EditorState.tabSize.of(2),
        EditorState.phrases.of(options.phrases),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': options.label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && update.state.doc.toString() !== shown) options.oninput((shown = update.state.doc.toString()));
          if (update.focusChanged && !update.view.hasFocus) options.onleave();
        }),
        THEME,
        own,
      ],
    }),
  });
  let shown = options.text;
  const clamp = (at: number) => Math.min(Math.max(at, 0), view.state.doc.length);
  return {
    show(text) {
      if (text === view.state.doc.toString()) return;
      shown = text;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark(marks) {
      const diagnostics = marks.map(({ from, to, message }): Diagnostic => ({
        from: clamp(from),
        to: clamp(to),
        message,
        severity: 'error',
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    completeBy: (schema) => updateSchema(view, schema),
    focus(at) {
      view.dispatch({ selection: { anchor: clamp(at) }, scrollIntoView: true });
      view.focus();
    },
    close: () => view.destroy(),
  };
}
