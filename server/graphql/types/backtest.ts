import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How often an interval of the forecasts held what then happened.', simpleResolvers: true })
export class Coverage {
  @Field(() => Float, { description: 'What the interval should hold, for example 0.8 between the percentiles 10 and 90.' })
  level!: number;

  @Field(() => Float, { description: 'The share of the forecasts that it held.' })
  observed!: number;

  @Field(() => Float, {
    description: '95% interval of that share, a county-year counted as one event; over a few county-years it is itself unsure.',
  })
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType({ description: 'Forecasts that gave about the same chance, and how often it then happened.', simpleResolvers: true })
export class ReliabilityBin {
  @Field(() => Float)
  from!: number;

  @Field(() => Float)
  to!: number;

  @Field(() => Float, { description: 'Mean of the chances given.' })
  forecast!: number;

  @Field(() => Float, { description: 'Share that happened.' })
  observed!: number;

  @Field(() => Int)
  count!: number;

  @Field(() => Float, { description: '95% interval of the observed share, a county-year counted as one event.' })
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType({
  description:
    'Forecasts of past years on what was known then, against what happened, over all counties in scope. Villages without any income then are not scored.',
  simpleResolvers: true,
})
export class Backtest {
  @Field(() => Int, { description: 'Months of the year that were closed when it was forecast; 0: the end of the year before.' })
  closedMonths!: number;

  @Field(() => [Int], { description: 'The years forecast: complete ones with a complete year before them.' })
  years!: number[];

  @Field(() => Int, { description: 'Counties times years: the independent events behind the forecasts.' })
  countyYears!: number;

  @Field(() => Int, { description: 'Village-years forecast.' })
  forecasts!: number;

  @Field(() => [Coverage])
  coverage!: Coverage[];

  @Field(() => Float, {
    description:
      "Brier score of the chances of reaching the village's target of the year (its own of that year or its latest earlier one), or where none is set 1.03 times its income of the year before. Less is better.",
  })
  brier!: number;

  @Field(() => Float, { description: 'The same for always saying the share that happened.' })
  brierClimatology!: number;

  @Field(() => Int, { description: 'Village-years with such a threshold, behind both Brier scores and the bins.' })
  chances!: number;

  @Field(() => Float, { description: "Mean continuous ranked probability score over last year's income. Less is better." })
  crps!: number;

  @Field(() => Float, { description: 'Mean absolute error of "same as last year", over last year\'s income.' })
  crpsNaive!: number;

  @Field(() => Int, { description: 'Village-years with an income in the year before, behind both errors.' })
  errors!: number;

  @Field(() => [ReliabilityBin], { description: 'In steps of 10%; steps in which nothing was said are left out.' })
  reliability!: ReliabilityBin[];

  @Field(() => String, {
    description: "How much history stands behind it and what it shows, in the language of the request's Accept-Language.",
  })
  summary!: string;
}
