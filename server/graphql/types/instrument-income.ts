import { Field, Int, ObjectType } from 'type-graphql';
import type { Mode } from '../../base/vocabulary.js';
import type { Instrument } from '../../supervision/registers/instrument.js';
import { ModeEnum } from '../enums.js';
import { Yuan } from '../scalars.js';

@ObjectType({ description: 'What villages earned by one instrument of a mode.', simpleResolvers: true })
export class InstrumentIncome {
  @Field(() => String, { description: 'A choice of the register of instruments, as ROAD_CARE.' })
  instrument!: Instrument;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  label!: string;

  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => Int, { description: 'Villages whose tag holds in the year.' })
  villages!: number;

  @Field(() => Int, { description: 'Projects tagged with it.' })
  projects!: number;

  @Field(() => Yuan, { description: 'Received in the year, up to the last closed month.' })
  received!: number;

  @Field(() => Yuan, { description: 'Received in the whole year before.' })
  yearBefore!: number;
}
