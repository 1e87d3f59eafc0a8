import { type notice as source } from '../zh-CN/notice'

export const notice = {
  title: 'The notice',
  documentNumber: 'Hu Ying Ji Wei Hua [2024] No. 14',
  documentTitle:
    'Notice of the Shanghai Municipal Emergency Management Bureau on industry safety alliances of hazardous-chemical enterprises',
  addressees: 'To the district emergency management bureaus, the liability insurers and the enterprises concerned:',
  opening:
    'So that hazardous-chemical enterprises govern themselves better, openly and as a trade, industry safety alliances are to be set up in this city. This is how.',
  issuer: 'Shanghai Municipal Emergency Management Bureau',
  issuedOn: '5 February 2024',
  disclosure: 'Disclosure: public',
  copies: 'Copied to the Lingang Special Area Administration and the Shanghai Chemical Industry Park Administration',
  contents: 'Clauses',
  courtesy: 'Summary in English as a courtesy. The Chinese text alone is binding.',
  legend:
    'The labels say how strongly a clause asks. What is encouraged, suggested or optional never counts as a shortcoming',
  linkToClause: 'Link to this clause',
  modality: { MUST: 'Must', SHOULD: 'Should', ENCOURAGED: 'Encouraged', SUGGESTED: 'Suggested', MAY: 'May' },
  refusals: {},
} satisfies typeof source
