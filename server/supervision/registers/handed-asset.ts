import { amount, choice, day, documents, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const handedAssets = defineRegister({
  name: 'handedAsset',
  plural: 'handedAssets',
  group: 'PARKS',
  source: ['M6'],
  label: { zh: '划归资产', en: 'Assets handed over' },
  purpose: { zh: '政府、社会投资建成后划归村集体的资产', en: 'Assets that government or society built and handed to a village' },
  fields: {
    village: village('村', 'Village'),
    name: text('资产', 'Asset'),
    kind: choice('种类', 'Kind', {
      type: 'AssetKind',
      choices: {
        SILKWORM_HOUSE: { zh: '蚕房', en: 'Silkworm house' },
        WORKSHOP: { zh: '加工坊', en: 'Workshop' },
        SHOP: { zh: '门面', en: 'Shop' },
        OTHER: { zh: '其他', en: 'Other' },
      },
    }),
    donor: text('投资方', 'Donor'),
    donorKind: choice('投资方性质', 'Kind of donor', {
      type: 'DonorKind',
      choices: {
        GOVERNMENT: { zh: '政府', en: 'Government' },
        SOCIETY: { zh: '社会力量', en: 'Society' },
        SPONSOR: { zh: '后援单位', en: 'Sponsor unit' },
      },
    }),
    worth: optional(amount('价值', 'Worth')),
    handedOn: day('划归日期', 'Handed over'),
    yearlyRent: optional(amount('年租金', 'Yearly rent')),
    documents: documents(),
  },
  title: 'name',
  order: 'handedOn',
});
