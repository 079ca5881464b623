import { getArgumentValues, Kind, type GraphQLObjectType, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * The arguments of every selection of a field on what the resolver is about to return, fragments unfolded; for a field whose
 * meaning depends on what is asked beside it.
 */
export function selectedArguments(info: GraphQLResolveInfo, type: GraphQLObjectType, field: string): Record<string, unknown>[] {
  const definition = type.getFields()[field]!;
  const within = (set: SelectionSetNode): Record<string, unknown>[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        return selection.name.value === field ? [getArgumentValues(definition, selection, info.variableValues)] : [];
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet);
      return within(info.fragments[selection.name.value]!.selectionSet);
    });
  return info.fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? within(selectionSet) : []));
}
