import {
  getNamedType,
  GraphQLID,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { Problem } from '../base/errors/problem.js';

/** How much one request may ask for. */
export interface QueryLimits {
  readonly depth: number;
  /** Fields of the answer: each selected field, times the page sizes of the lists around it. */
  readonly fields: number;
  /** Results that the engine computes. */
  readonly computed: number;
}

export const QUERY_LIMITS: QueryLimits = { depth: 12, fields: 2_000_000, computed: 20 };

/** Characters cost the parser time before anything can be counted, so it stops at this many words and signs. */
export const MOST_TOKENS = 20_000;

/**
 * Queries that read a short list or one row, and cost next to nothing. Lists in pages and single entries by their id are known by
 * their arguments; anything else counts as computed, so that a new query is counted until it is known to be cheap.
 */
const CHEAP_QUERIES: ReadonlySet<string> = new Set([
  'counties',
  'assumptionDefaults',
  'workspace',
  'registers',
  'notebooks',
  'scenarios',
  'importWords',
]);

/** Arguments that say how many entries a list has at most. */
const isPageArgument = (name: string): boolean => name === 'first' || name === 'limit';

/** A request as it came, its document already valid against the schema. */
export interface GuardedRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

interface Size {
  readonly depth: number;
  readonly fields: number;
}

/**
 * Refuses a request that asks for too much. HTTP and WebSocket both call it, before anything is resolved.
 * Fragments are measured once each, so a small document that unfolds to a huge one costs nothing to measure.
 */
export function guardProblems(request: GuardedRequest, limits: QueryLimits = QUERY_LIMITS): Problem[] {
  const { document, schema, operationName } = request;
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation = operationName ? operations.find(({ name }) => name?.value === operationName) : operations[0];
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return [];

  const measure = new Measure(request);
  const { depth, fields } = measure.size(operation.selectionSet, root.name);
  const computed = operation.operation === OperationTypeNode.QUERY ? measure.countComputed(operation.selectionSet, root.name) : 0;
  const problems: Problem[] = [];
  if (depth > limits.depth) problems.push(new Problem('TOO_DEEP', { value: depth, most: limits.depth }));
  if (fields > limits.fields) problems.push(new Problem('TOO_MANY_FIELDS', { value: fields, most: limits.fields }));
  if (computed > limits.computed) problems.push(new Problem('TOO_MANY_ROOTS', { value: computed, most: limits.computed }));
  return problems;
}

class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sizes = new Map<string, Size>();
  readonly #computed = new Map<string, number>();

  constructor(private readonly request: GuardedRequest) {
    const definitions = request.document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(definitions.map((definition) => [definition.name.value, definition]));
  }

  size(set: SelectionSetNode, typeName: string): Size {
    let depth = 0;
    let fields = 0;
    for (const selection of set.selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.#ofField(selection, typeName)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.size(selection.selectionSet, selection.typeCondition?.name.value ?? typeName)
            : this.#ofFragment(selection.name.value);
      depth = Math.max(depth, part.depth);
      fields += part.fields;
    }
    return { depth, fields };
  }

  /** How many computed results the query's first level asks for, fragments unfolded. */
  countComputed(set: SelectionSetNode, rootName: string): number {
    return set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + (this.#isComputed(selection, rootName) ? 1 : 0);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + this.countComputed(selection.selectionSet, rootName);
      return sum + this.#computedIn(selection.name.value, rootName);
    }, 0);
  }

  #computedIn(fragmentName: string, rootName: string): number {
    const known = this.#computed.get(fragmentName);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(fragmentName);
    const count = fragment ? this.countComputed(fragment.selectionSet, rootName) : 0;
    this.#computed.set(fragmentName, count);
    return count;
  }

  #isComputed(field: FieldNode, rootName: string): boolean {
    const { value: name } = field.name;
    if (name.startsWith('__') || CHEAP_QUERIES.has(name)) return false;
    const args = this.#definition(field, rootName)?.args ?? [];
    const isInPages = args.some(
      ({ name: argument, type, defaultValue }) => isPageArgument(argument) && (isNonNullType(type) || defaultValue !== undefined),
    );
    const isOneById = args.length === 1 && getNamedType(args[0]!.type) === GraphQLID;
    return !isInPages && !isOneById;
  }

  #ofFragment(name: string): Size {
    const known = this.#sizes.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const size = fragment ? this.size(fragment.selectionSet, fragment.typeCondition.name.value) : { depth: 0, fields: 0 };
    this.#sizes.set(name, size);
    return size;
  }

  /** Introspection nests deeply by nature and is as large as the schema: its depth is not counted. */
  #ofField(field: FieldNode, typeName: string): Size {
    const introspection = field.name.value.startsWith('__');
    const definition = this.#definition(field, typeName);
    const inner = definition && getNamedType(definition.type);
    if (!field.selectionSet || !isCompositeType(inner)) return { depth: 1, fields: 1 };
    const { depth, fields } = this.size(field.selectionSet, inner.name);
    return { depth: introspection ? 1 : depth + 1, fields: 1 + fields * this.#pageSize(field, definition!) };
  }

  #definition(field: FieldNode, typeName: string): GraphQLField<unknown, unknown> | undefined {
    const name = field.name.value;
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    const type = this.request.schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }

  /** What `first` or `limit` says: in the query, in a variable, or by default. */
  #pageSize(field: FieldNode, definition: GraphQLField<unknown, unknown>): number {
    const argument = definition.args.find(({ name }) => isPageArgument(name));
    if (!argument) return 1;
    const written = field.arguments?.find(({ name }) => name.value === argument.name)?.value;
    const value =
      written?.kind === Kind.INT
        ? Number(written.value)
        : written?.kind === Kind.VARIABLE
          ? this.request.variables?.[written.name.value]
          : argument.defaultValue;
    return typeof value === 'number' && value > 0 ? value : 1;
  }
}
