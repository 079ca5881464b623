import { inBoth, type WordsOf } from '../../i18n/words.js';

export const propertyWords = inBoth(
  {
    title: '联合物业份额',
    property: '物业',
    village: '村',
    paid: '出资',
    share: '份额',
    rent: '应分年租金',
    bought: (day: string, address: string) => `${day} 购入${address ? ` · ${address}` : ''}`,
    price: '买价',
    yearlyRent: '年租金',
    tenant: '承租人',
    none: '—',
    matches: '各村出资合计等于买价。',
    differs: (paid: string, price: string, difference: string) =>
      `各村出资合计 ${paid}，买价 ${price}，相差 ${difference}；请核对份额台账。`,
    noShares: '还没有登记各村份额。',
    shares: '登记物业份额',
    empty: '还没有登记联合购买的物业。先登记物业，再登记各村出资。',
    properties: '联合物业',
    source: '联合物业与物业份额台账；份额 = 出资 ÷ 各村出资合计，年租金按份额分',
  },
  {
    title: 'Shares of jointly bought property',
    property: 'Property',
    village: 'Village',
    paid: 'Paid',
    share: 'Share',
    rent: 'Its part of a year’s rent',
    bought: (day, address) => `Bought ${day}${address ? ` · ${address}` : ''}`,
    price: 'Price',
    yearlyRent: 'Yearly rent',
    tenant: 'Tenant',
    none: '—',
    matches: 'What the villages paid is the price.',
    differs: (paid, price, difference) =>
      `The villages paid ${paid}, the price is ${price}: ${difference} apart; check the register of shares.`,
    noShares: 'No village has a share written down yet.',
    shares: 'Write down a share',
    empty: 'No jointly bought property is written down yet. Add it first, then what each village paid.',
    properties: 'Jointly bought property',
    source: 'Registers of joint property and of shares; share = paid ÷ what all villages paid, rent by share',
  },
);

export type PropertyWords = WordsOf<typeof propertyWords>;
