import { ID, Int, registerEnumType } from 'type-graphql';
import type { ChoiceField, Field } from '../../supervision/register/field.js';
import { ModeEnum } from '../enums.js';
import { Rate, Yuan } from '../scalars.js';
import { Park, Township } from '../types/county.js';
import { Document } from '../types/document.js';
import { Village } from '../types/village.js';

type Enum = Record<string, string>;

/** Enums that the API has already. */
const enums = new Map<string, Enum>([['Mode', ModeEnum]]);

/** The enum of a choice; fields that share a type share it. */
function enumOf({ type, choices }: ChoiceField): Enum {
  let found = enums.get(type);
  if (!found) {
    found = Object.fromEntries(Object.keys(choices).map((code) => [code, code]));
    const valuesConfig = Object.fromEntries(
      Object.entries(choices).map(([code, { zh, en }]) => [code, { description: zh === en ? zh : `${zh} (${en})` }]),
    );
    registerEnumType(found, { name: type, valuesConfig });
    enums.set(type, found);
  }
  return found;
}

/** What a field is in the answers of the API; an entry of another register is given by `entryType`. */
export function outputType(field: Field, entryType: (register: string) => object): object {
  switch (field.kind) {
    case 'village':
      return Village;
    case 'township':
      return Township;
    case 'park':
      return Park;
    case 'entry':
      return entryType(field.register);
    case 'documents':
      return [Document];
    default:
      return inputType(field);
  }
}

/** What a field is in an input. Days and months are text there, so that a mistyped one is told like any other mistake. */
export function inputType(field: Field): object {
  switch (field.kind) {
    case 'amount':
      return Yuan;
    case 'share':
      return Rate;
    case 'whole':
    case 'year':
      return Int;
    case 'flag':
      return Boolean;
    case 'choice':
      return enumOf(field);
    case 'documents':
      return [ID];
    case 'village':
    case 'township':
    case 'park':
    case 'project':
    case 'entry':
      return ID;
    default:
      return String;
  }
}
