import { CST, isNode, isScalar, Lexer, LineCounter, parseDocument, stringify, visit, type Alias, type Document, type YAMLMap } from 'yaml';
import { canonicalJson } from '../base/canonical-json.js';
import { Problem } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import { SCENARIO_SHAPE } from '../scenario/spec-shape.js';
import { inShapeOrder } from '../scenario/yaml.js';
import { MOST_NOTEBOOK_BYTES, NOTEBOOK_FIELDS, type Path } from './check-notebook.js';

/** What a cell shows first, in this order; what else it has follows in alphabetical order. */
const CELL_FIELDS = ['id', 'kind', 'title', 'folded', 'text', 'scenario', 'baseline', 'scenarios', 'year'] as const;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Writes a notebook as YAML made for diffs: fields in a fixed order, one value a line, texts of several lines as they are
 * read, no results. Equal notebooks give equal texts.
 */
export function writeNotebook(spec: Fields): string {
  const cells = (spec['cells'] as readonly Fields[]).map((cell) => {
    const { scenario } = cell;
    return inOrder(isFields(scenario) ? { ...cell, scenario: scenarioInOrder(scenario) } : cell, CELL_FIELDS);
  });
  const document = stringify(inOrder({ ...spec, cells }, NOTEBOOK_FIELDS), { lineWidth: 0, aliasDuplicateObjects: false });
  // A blank line between cells, as people write them.
  return document.replace(/\n {2}- id: /g, (start, offset: number) => (document.startsWith('cells:', offset - 6) ? start : `\n${start}`));
}

/** A scenario in the order of its shape; one with fields that the shape does not know stays as it is, so that none is lost. */
function scenarioInOrder(scenario: Fields): unknown {
  const ordered = inShapeOrder(scenario, SCENARIO_SHAPE);
  return canonicalJson(ordered) === canonicalJson(scenario) ? ordered : scenario;
}

/** The fields that are named first in their order, the others behind them by name; what is null or undefined is left out. */
function inOrder(fields: Fields, first: readonly string[]): Fields {
  const rest = Object.keys(fields)
    .filter((name) => !first.includes(name))
    .sort();
  return Object.fromEntries([...first, ...rest].filter((name) => (fields[name] ?? null) !== null).map((name) => [name, fields[name]]));
}

/** A YAML text, parsed; its form is not checked. */
export interface WrittenNotebook {
  readonly spec: unknown;
  /** The line, from 1, that a place is written in: its own, or that of what it is missing from. */
  lineOf(path: Path): number;
}

/**
 * Parses the YAML of a notebook.
 * @throws Problems every line that is no YAML; NOTEBOOK_TOO_LARGE, NOTEBOOK_TOO_DEEP
 */
export function parseNotebook(text: string): WrittenNotebook {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_NOTEBOOK_BYTES) throw new Problem('NOTEBOOK_TOO_LARGE', { value: bytes, most: MOST_NOTEBOOK_BYTES });
  const lines = new LineCounter();
  const document = parsed(text, lines);
  return {
    spec: document.toJS(),
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const node: unknown = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}

/**
 * The most levels that are written within one line, and the most problems that are told. The parser goes down one call a
 * level and takes minutes for lines made of nothing but question marks, so depth is measured before it sees the text.
 */
const MOST_LEVELS = 40;
const MOST_PROBLEMS = 20;

function parsed(text: string, lines: LineCounter): Document {
  checkLevels(text);
  // Names that stand twice are looked for below: the parser compares each with every other.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({ at: pos[0], message }));
  if (!faults.length)
    visit(document, {
      Map: (_key, map) => void faults.push(...faultyNames(map)),
      Alias: (_key, alias) => void faults.push(aliasFault(alias)),
    });
  if (!faults.length) return document;
  throw new Problems(
    faults.slice(0, MOST_PROBLEMS).map(({ at, message }) => new Problem('BAD_YAML', { line: lines.linePos(at).line, value: message })),
  );
}

interface Fault {
  readonly at: number;
  readonly message: string;
}

/** Names that are no words or stand twice in their map. */
function faultyNames(map: YAMLMap): Fault[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
    if (!isScalar(key) || typeof key.value === 'object') return [{ at, message: 'a name must be a word' }];
    const name = String(key.value);
    const twice = seen.has(name);
    seen.add(name);
    return twice ? [{ at, message: `"${name}" stands twice` }] : [];
  });
}

const aliasFault = ({ range, source }: Alias): Fault => ({
  at: range?.[0] ?? 0,
  message: `*${source}: references are not taken, write the value out`,
});

/** Refuses what is nested deeper within a line than any notebook is. */
function checkLevels(text: string): void {
  let line = 1;
  let brackets = 0;
  let indicators = 0;
  for (const token of new Lexer().lex(text)) {
    switch (CST.tokenType(token)) {
      case 'flow-map-start':
      case 'flow-seq-start':
        brackets += 1;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        brackets -= 1;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        if (brackets === 0) indicators += 1;
        break;
      case 'newline':
        indicators = 0;
        break;
      default:
    }
    if (brackets > MOST_LEVELS || indicators > MOST_LEVELS)
      throw new Problem('NOTEBOOK_TOO_DEEP', { line, field: 'YAML', most: MOST_LEVELS });
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line += 1;
  }
}
