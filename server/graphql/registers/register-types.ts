import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Register } from '../../supervision/register/register.js';
import { findRegister } from '../../supervision/registers/all-registers.js';
import { PageInfo } from '../types/page-info.js';
import { UserError } from '../types/user-error.js';
import { inputType, outputType } from './field-types.js';

type Class = new () => object;

/** The types of the API that a register is seen through, made from its definition. */
export interface RegisterTypes {
  readonly entry: Class;
  readonly connection: Class;
  readonly input: Class;
  readonly payload: Class;
}

const made = new Map<string, RegisterTypes>();

/** `training` → `Training` */
export const typeName = ({ name }: Pick<Register, 'name'>): string => name[0]!.toUpperCase() + name.slice(1);

export function typesOf(register: Register): RegisterTypes {
  let types = made.get(register.name);
  if (!types) {
    types = makeTypes(register);
    made.set(register.name, types);
  }
  return types;
}

function makeTypes(register: Register): RegisterTypes {
  const name = typeName(register);
  const { label, purpose } = register;
  const describe = (field: { readonly label: { zh: string; en: string }; readonly note?: { zh: string; en: string } }) =>
    `${field.label.zh}: ${field.label.en}.${field.note ? ` ${field.note.en}` : ''}`;

  @ObjectType(name, { description: `${label.zh}: ${purpose.en}.`, simpleResolvers: true })
  class Entry {
    @Field(() => ID)
    id!: string;

    @Field(() => Int, { description: 'Counts the changes, from 1; a change names the revision it was made upon.' })
    revision!: number;

    @Field(() => ID, { description: 'Code of the county it belongs to.' })
    county!: string;

    @Field(() => GraphQLISODateTime)
    createdAt!: Date;

    @Field(() => GraphQLISODateTime)
    updatedAt!: Date;

    @Field(() => String, { nullable: true, description: 'Who last changed it, as they called themselves.' })
    updatedBy!: string | null;
  }

  @InputType(`Save${name}Input`, {
    description: 'Without id a new entry; with id a change, in which a field left out stays as it is and null empties it.',
  })
  class Input {
    @Field(() => ID, { nullable: true })
    id?: string | null;

    @Field(() => Int, { nullable: true, description: 'The revision that the change was made upon; a newer one is not overwritten.' })
    revision?: number | null;

    @Field(() => ID, { nullable: true, description: 'Code of the county; left out where a place says it, or only one is loaded.' })
    county?: string | null;

    @Field(() => String, { nullable: true, description: 'Who makes the change.' })
    by?: string | null;

    @Field(() => String, { nullable: true, description: 'Why; kept with the change.' })
    reason?: string | null;
  }

  for (const [key, field] of Object.entries(register.fields)) {
    // A place or an entry may be gone since: what is required when written may be missing when read.
    const always = field.kind === 'documents' || (field.required && !['village', 'township', 'park', 'entry'].includes(field.kind));
    const entryType = (other: string) => typesOf(findRegister(other)!).entry;
    // Asked for now: an enum must be registered before the schema is built.
    const written = inputType(field);
    Field(() => outputType(field, entryType) as never, { nullable: !always, description: describe(field) })(Entry.prototype, key);
    Field(() => written as never, { nullable: true, description: `${describe(field)}${field.required ? ' Required.' : ''}` })(
      Input.prototype,
      key,
    );
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class Connection {
    @Field(() => Int)
    totalCount!: number;

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => [Entry])
    nodes!: Entry[];
  }

  @ObjectType(`${name}Payload`, { simpleResolvers: true })
  class Payload {
    @Field(() => Entry, { nullable: true, description: 'As it is kept now; null where nothing was written, or it was removed.' })
    entry!: Entry | null;

    @Field(() => [UserError], { description: 'Why nothing was written; empty where it was.' })
    userErrors!: UserError[];
  }

  return { entry: Entry, connection: Connection, input: Input, payload: Payload };
}
