import { formatMonth, monthOf } from '../../base/month.js';
import { CRITERIA } from '../../base/vocabulary.js';
import { INSTRUMENTS, type Instrument } from '../registers/instrument.js';
import { between, happens, nobody, oneOf } from './chance.js';
import { dayOf, LAST_MONTH, YEAR, type CountyFacts } from './county-facts.js';
import type { WrittenValues } from './generated-register.js';

export const stakesOf = ({ projects }: CountyFacts): WrittenValues[] =>
  projects
    .filter(({ park }) => park !== null)
    .map(({ park, village, capital, start, terms }) => ({
      park,
      village,
      capital,
      since: formatMonth(start),
      promisedRate: terms.rate ?? null,
      terms: '按年支付收益，合同期五年',
    }));

export const parkContractsOf = ({ county }: CountyFacts): WrittenValues[] =>
  county.parks.map(({ code, name, payer }, index) => ({
    park: code,
    counterparty: payer ?? '经营主体',
    subject: `${name}经营合同`,
    signedOn: `2019-0${6 + index}-20`,
    endsOn: '2024-12-31',
    gap: index === 1 ? '没有写明灾年和价格下跌时的保底收益' : null,
    mendedOn: null,
  }));

const SUPPORT = [
  { kind: 'TECHNOLOGY', what: '派驻果树技术员，每月巡园一次', owner: '县农业农村局', dueOn: '2020-03-31', doneOn: '2020-03-25' },
  { kind: 'LOGISTICS', what: '结合消费扶贫打通冷链物流', owner: '县商务局', dueOn: '2020-05-31', doneOn: null },
  { kind: 'SUPPLY', what: '扶持资金向桑蚕倾斜，新增桑园 2000 亩', owner: '县桑蚕办', dueOn: '2020-06-30', doneOn: null },
] as const;

export const supportActionsOf = ({ county }: CountyFacts): WrittenValues[] =>
  county.parks.flatMap(({ code }, index) => {
    const action = SUPPORT[index % SUPPORT.length]!;
    return [{ park: code, ...action }];
  });

export const handedAssetsOf = ({ villages }: CountyFacts): WrittenValues[] =>
  villages
    .filter(({ code }) => happens(0.08, 'handed', code))
    .map(({ code, name }) => ({
      village: code,
      name: `${name}蚕房`,
      kind: 'SILKWORM_HOUSE',
      donor: oneOf(['县扶贫办', '某帮扶企业'], 'donor', code),
      donorKind: oneOf(['GOVERNMENT', 'SOCIETY'], 'donor kind', code),
      worth: between(6, 20, 'worth', code) * 10_000,
      handedOn: dayOf(between(monthOf(YEAR - 1, 3), LAST_MONTH, 'handed in', code), 12),
      yearlyRent: between(3, 10, 'rent', code) * 1_000,
    }));

export const jointPropertiesOf = (): (WrittenValues & { readonly key: string })[] => [
  {
    key: 'shops',
    name: '城区门面（8 间）',
    address: '县城某路',
    boughtOn: '2019-11-08',
    price: 3_200_000,
    tenant: '某超市',
    yearlyRent: 176_000,
  },
];

export const propertySharesOf = ({ villages }: CountyFacts, property: string): WrittenValues[] =>
  villages
    .filter(({ code }) => happens(0.12, 'shares shops', code))
    .slice(0, 16)
    .map(({ code }) => ({ property, village: code, paid: 200_000 }));

export const householdBenefitsOf = ({ projects }: CountyFacts): WrittenValues[] =>
  projects
    .filter(({ stage, code }) => stage === 'COMMITTED' && happens(0.5, 'benefits', code))
    .map(({ code }) => {
      const households = between(8, 60, 'households', code);
      return {
        project: code,
        year: YEAR,
        households,
        poorHouseholds: Math.round(households * 0.6),
        smallFarms: between(0, 3, 'farms', code),
      };
    });

/** By what villages earn in a mode, where they receive anything in it from no project. */
export const instrumentsOf = ({ county, villages }: CountyFacts): WrittenValues[] => {
  const earning = new Set(county.receipts.filter(({ project }) => project === null).map(({ village, mode }) => `${village} ${mode}`));
  const byMode = Map.groupBy(Object.keys(INSTRUMENTS) as Instrument[], (instrument) => INSTRUMENTS[instrument].mode);
  return villages.flatMap(({ code }) =>
    [...byMode].flatMap(([mode, own]) =>
      earning.has(`${code} ${mode}`) && happens(0.6, 'instrument', `${code} ${mode}`)
        ? [{ village: code, instrument: oneOf(own, 'instrument of', `${code} ${mode}`), project: null, since: `${YEAR - 3}-01` }]
        : [],
    ),
  );
};

/** Why villages that lack a condition lack it. */
export const judgmentsOf = ({ villages }: CountyFacts): WrittenValues[] =>
  villages.flatMap(({ code, criteria }) =>
    CRITERIA.filter((criterion) => criteria[criterion] === false).map((criterion) => ({
      village: code,
      criterion,
      met: false,
      judgedOn: '2020-02-20',
      judgedBy: '县领导小组办公室',
      grounds: '年初联合核查未达到要求，限期整改后复核',
    })),
  );

export const fundingsOf = ({ projects }: CountyFacts): WrittenValues[] =>
  projects
    .filter(({ stage }) => stage === 'COMMITTED')
    .flatMap(({ code, village, capital, funder }, index) => {
      const level = funder?.includes('中央')
        ? 'CENTRAL'
        : funder?.includes('自治区')
          ? 'REGION'
          : funder?.includes('县')
            ? 'COUNTY'
            : 'SOCIETY';
      const of = { funder: funder ?? '其他', level, amount: capital, project: code, village };
      return [
        { ...of, kind: 'ALLOTTED', bookedOn: '2019-08-15', documentNumber: `示例字〔2019〕${index + 1}号` },
        { ...of, kind: 'PAID', bookedOn: '2019-10-10', documentNumber: `示例拨〔2019〕${index + 1}号` },
      ];
    });

/** The five model co-operatives of 2019 that are built up, and five more that are brought on. */
export function modelVillagesOf({ villages, received }: CountyFacts): readonly string[] {
  const income = (code: string) => {
    let sum = 0;
    for (let month = monthOf(YEAR - 1, 1); month <= LAST_MONTH; month++) sum += received(code, month) ?? 0;
    return sum;
  };
  return villages
    .map(({ code }) => ({ code, income: income(code) }))
    .sort((left, right) => right.income - left.income)
    .slice(0, 10)
    .map(({ code }) => code);
}

export const modelCooperativesOf = (models: readonly string[]): WrittenValues[] =>
  models.map((village, index) => ({
    village,
    level: 'COUNTY',
    cohort: index < 5 ? YEAR - 1 : YEAR,
    state: index < 5 ? 'BUILDING' : 'CANDIDATE',
    namedOn: index < 5 ? '2019-12-20' : null,
    remark: null,
  }));

const SCORES = ['partyLead', 'plan', 'stableIncome', 'operation', 'supervision', 'economicEffect', 'demonstrationEffect', 'sustainability'];

export const modelScoresOf = (models: readonly string[]): WrittenValues[] =>
  models.map((village) => ({
    village,
    year: YEAR,
    ...Object.fromEntries(SCORES.map((criterion, index) => [criterion, between(5, 10, 'score', village, index)])),
    judgedBy: '县领导小组办公室',
  }));

export const modelMeasuresOf = (models: readonly string[]): WrittenValues[] =>
  models.slice(0, 5).map((village) => ({
    village,
    doneOn: dayOf(between(monthOf(YEAR - 1, 6), LAST_MONTH, 'measure', village), 10),
    what: oneOf(['成立劳务队承接公路养护', '集体流转土地连片种桑', '村社合办农资超市'], 'measure', village),
    effect: '当年见效，收入按月到账',
  }));

export const awardsOf = (models: readonly string[]): WrittenValues[] =>
  models.slice(0, 5).map((village) => ({ village, name: '县级示范社', level: 'COUNTY', awardedOn: '2019-12-20', amount: 20_000 }));

export const partnersOf = ({ county }: CountyFacts): WrittenValues[] =>
  county.parks.map(({ payer, code }, index) => ({
    name: payer ?? `经营主体 ${code}`,
    rating: ['B', 'A', 'B'][index % 3],
    checkedOn: '2020-04-10',
    checkedBy: '县市场监管局',
    finding: '无失信记录；上年度收益支付有延迟',
  }));

export const contractsOf = ({ villages }: CountyFacts): WrittenValues[] =>
  villages
    .filter(({ code }) => happens(0.3, 'contract', code))
    .map(({ code }) => {
      const state = oneOf(['SOUND', 'SOUND', 'UNCLEAR', 'DISPUTED', 'MENDED'], 'contract state', code);
      return {
        village: code,
        counterparty: nobody(`contractor ${code}`),
        subject: oneOf(['林地', '鱼塘', '门面', '荒坡'], 'contract subject', code),
        signedOn: `${between(2008, 2018, 'signed', code)}-06-01`,
        endsOn: '2028-05-31',
        yearlyAmount: between(5, 120, 'contract amount', code) * 100,
        state,
        finding: state === 'SOUND' ? null : '承包期长、单价低，未约定递增',
        mendedOn: state === 'MENDED' ? '2020-05-12' : null,
      };
    });

export const policiesOf = ({ projects }: CountyFacts): WrittenValues[] =>
  projects
    .filter(({ mode, code }) => mode === 'INDUSTRY' && happens(0.6, 'insured', code))
    .map(({ code, village, capital }) => ({
      village,
      project: code,
      insurer: '某财险公司',
      subject: '养殖、种植成本',
      startsOn: '2020-01-01',
      endsOn: '2020-12-31',
      premium: Math.round(capital * 0.02),
      cover: Math.round(capital * 0.6),
    }));

export const studiesOf = ({ projects }: CountyFacts): WrittenValues[] =>
  projects.map(({ code }) => ({
    project: code,
    studiedOn: '2019-07-20',
    studiedBy: '县领导小组办公室',
    conclusion: happens(0.75, 'feasible', code) ? 'FEASIBLE' : 'CONDITIONAL',
    risks: '价格波动、经营主体履约',
  }));

export const disclosuresOf = ({ villages }: CountyFacts): WrittenValues[] =>
  villages
    .filter(({ code }) => happens(0.85, 'disclosed', code))
    .map(({ code }) => ({
      village: code,
      period: formatMonth(LAST_MONTH - 1),
      agency: '县村级会计委托代理服务中心',
      disclosedOn: dayOf(LAST_MONTH, between(5, 25, 'disclosed on', code)),
    }));

export const distributionRulesOf = (): (WrittenValues & { readonly key: string })[] => [
  {
    key: 'example',
    name: '示例分配办法（份额和名目可改）',
    year: YEAR,
    base: 'NET_INCOME',
    step: 'DRAFT',
    remark: '文章只写“433”，没有说明各份的用途',
  },
];

export const distributionBucketsOf = (rule: string): WrittenValues[] =>
  [
    { name: '第 1 份', share: 0.4 },
    { name: '第 2 份', share: 0.3 },
    { name: '第 3 份', share: 0.3 },
  ].map((bucket) => ({ rule, ...bucket }));

export const casesOf = (models: readonly string[]): WrittenValues[] => [
  {
    title: '从“一条腿走路”到“三轮驱动”',
    village: models[0],
    publishedOn: '2020-06-12',
    medium: '示例媒体',
    mode: 'INDUSTRY',
    summary: '依托三个园区，村集体入股分红与自办产业并举。（示例）',
  },
];
