import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type Node } from 'yaml';
import { Problem } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import { formatMonth, parseMonth } from '../base/month.js';
import { suggestions } from '../base/suggestion.js';
import { codeOf } from '../base/vocabulary.js';
import type { ScenarioSpec } from './spec.js';
import { SCENARIO_SHAPE, type FieldsShape, type Shape } from './spec-shape.js';

/**
 * Writes a scenario as YAML made for diffs: fields in a fixed order, one value a line, nothing that was left out.
 * A code made of digits stands in quotes, so that no reader takes it for a number.
 */
export const writeScenario = (spec: ScenarioSpec): string =>
  stringify(inShapeOrder(spec, SCENARIO_SHAPE), { lineWidth: 0, aliasDuplicateObjects: false });

/** The value without what is null or undefined, its fields in the order of the shape. */
export function inShapeOrder(value: unknown, shape: Shape): unknown {
  if (shape.kind === 'list' && Array.isArray(value)) return value.map((item) => inShapeOrder(item, shape.of));
  if (shape.kind !== 'fields') return value;
  const written = value as Readonly<Record<string, unknown>>;
  const present = Object.keys(shape.fields).filter((field) => written[field] !== null && written[field] !== undefined);
  return Object.fromEntries(present.map((field) => [field, inShapeOrder(written[field], shape.fields[field]!)]));
}

/**
 * Reads a scenario from YAML. Modes and industries may be written in Chinese or English, codes without quotes.
 * @throws Problems everything about its form that is wrong, each with its line; what the values mean is checked by `toScenario`
 */
export function readScenario(text: string): ScenarioSpec {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map(
    (error) => new Problem('BAD_YAML', { line: lines.linePos(error.pos[0]).line, value: error.message }),
  );
  if (problems.length) throw new Problems(problems);
  const reader = new ShapeReader(lines);
  const spec = document.contents === null ? {} : reader.read(document.contents, SCENARIO_SHAPE, []);
  if (reader.problems.length) throw new Problems(reader.problems);
  return spec as ScenarioSpec;
}

type ScalarShape = Exclude<Shape, { kind: 'list' | 'fields' }>;

interface Words {
  readonly zh: string;
  readonly en: string;
}

const KINDS: Readonly<Record<Exclude<Shape['kind'], 'word'>, Words>> = {
  text: { zh: '文字', en: 'text' },
  code: { zh: '代码', en: 'a code' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  month: { zh: '月份，如 2020-05', en: 'a month such as 2020-05' },
  list: { zh: '列表', en: 'a list' },
  fields: { zh: '若干项（名称：值）', en: 'fields (name: value)' },
};

/** What a shape takes, in words. */
function wanted(shape: Shape): Words {
  if (shape.kind !== 'word') return KINDS[shape.kind];
  const words = Object.values(shape.words);
  return { zh: `其中之一：${words.map(({ zh }) => zh).join('、')}`, en: `one of ${words.map(({ en }) => en).join(', ')}` };
}

/** Holds a document against a shape, keeping the line of everything that does not fit. */
class ShapeReader {
  readonly problems: Problem[] = [];

  constructor(private readonly lines: LineCounter) {}

  read(node: Node, shape: Shape, path: readonly string[]): unknown {
    if (shape.kind === 'list')
      return isSeq<Node>(node)
        ? node.items.map((item, index) => this.read(item, shape.of, [...path, String(index)]))
        : this.#wrong(node, shape, path);
    if (shape.kind === 'fields')
      return isMap<Node, Node | null>(node) ? this.#readFields(node.items, node, shape, path) : this.#wrong(node, shape, path);
    const value = isScalar(node) ? scalarOf(node.value, shape) : undefined;
    return value === undefined ? this.#wrong(node, shape, path) : value;
  }

  #readFields(items: readonly { key: Node; value: Node | null }[], node: Node, shape: FieldsShape, path: readonly string[]): unknown {
    const read: Record<string, unknown> = {};
    for (const { key, value } of items) {
      const name = String(isScalar(key) ? key.value : key);
      const fieldShape = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
      if (!fieldShape) {
        this.#add('UNKNOWN_FIELD', key, path, { value: name, suggestions: suggestions(name, Object.keys(shape.fields)) });
      } else if (value !== null && !(isScalar(value) && value.value === null)) {
        read[name] = this.read(value, fieldShape, [...path, name]);
      }
    }
    for (const name of shape.required) if (!(name in read)) this.#add('MISSING_FIELD', node, path, { value: name });
    return read;
  }

  #wrong(node: Node, shape: Shape, path: readonly string[]): undefined {
    const { zh, en } = wanted(shape);
    this.#add('WRONG_KIND', node, path, { field: path.join('.') || 'scenario', wantedZh: zh, wantedEn: en });
    return undefined;
  }

  #add(code: 'UNKNOWN_FIELD' | 'MISSING_FIELD' | 'WRONG_KIND', node: Node, path: readonly string[], details: Problem['details']): void {
    const line = node.range ? this.lines.linePos(node.range[0]).line : 1;
    this.problems.push(new Problem(code, { line, ...details }, path));
  }
}

/** The value of a scalar in the form that a spec holds it in, undefined where it does not fit. */
function scalarOf(value: unknown, shape: ScalarShape): unknown {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
    case 'code':
      return typeof value === 'string' ? value : Number.isSafeInteger(value) ? String(value) : undefined;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'word':
      return typeof value === 'string' ? codeOf(shape.words, value) : undefined;
    case 'month': {
      const month = typeof value === 'string' || typeof value === 'number' ? parseMonth(String(value)) : undefined;
      return month === undefined ? undefined : formatMonth(month);
    }
  }
}
