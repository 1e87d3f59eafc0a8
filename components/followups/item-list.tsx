import { getTranslations } from 'next-intl/server'
import type { Choice } from '@/components/form/choices-field'
import { Section } from '@/components/layout/page-header'
import type { ItemRow } from '@/lib/followups/queries'
import { Fold } from './fold'
import { FinishItemForm, GiveItemForm, JudgeItemButton, RemoveItemButton, ReviseItemForm } from './item-forms'
import { ItemFacts } from './item-facts'

type Choices = { owners: Choice[]; decisions: Choice[] }

type Props = { activityId: string; items: ItemRow[]; mayRecord: boolean; choices: Choices }

/** Who does what by when, and what came of it. */
export async function ItemList({ activityId, items, mayRecord, choices }: Props) {
  const t = await getTranslations('followups.items')
  return (
    <Section title={t('title')}>
      {items.length === 0 ? (
        <p className="text-sm text-muted">{t('none')}</p>
      ) : (
        <ul className="divide-y rounded-md border bg-surface text-sm">
          {items.map((item) => (
            <li key={item.id} className="flex flex-col gap-1 px-4 py-2">
              <ItemFacts item={item} />
              <ItemActs item={item} mayRecord={mayRecord} choices={choices} />
            </li>
          ))}
        </ul>
      )}
      {mayRecord && (
        <Fold summary={t('give')}>
          <GiveItemForm activityId={activityId} {...choices} />
        </Fold>
      )}
    </Section>
  )
}

async function ItemActs({ item, mayRecord, choices }: { item: ItemRow; mayRecord: boolean; choices: Choices }) {
  const t = await getTranslations('followups.items')
  const { id, version, text, decisionId, ownerEnterpriseId, ownerPerson, dueOn, may } = item
  const values = { id, version, text, decisionId, ownerEnterpriseId, ownerPerson, dueOn }
  if (!mayRecord && !may.finish) return null
  return (
    <div className="no-print flex flex-wrap items-start gap-x-5">
      {may.finish && (
        <Fold summary={t('finish')}>
          <FinishItemForm id={id} evidence={item.evidence} isOwn={ownerEnterpriseId === null} />
        </Fold>
      )}
      {may.confirm && <JudgeItemButton id={id} version={version} verdict="confirm" />}
      {may.reopen && <JudgeItemButton id={id} version={version} verdict="reopen" />}
      {may.revise && (
        <Fold summary={t('revise')}>
          <ReviseItemForm key={version} item={values} {...withFormer(choices, item)} />
        </Fold>
      )}
      {mayRecord && <RemoveItemButton id={id} />}
    </div>
  )
}

/** An owner that has left the alliance stays a choice where it is the owner. */
function withFormer({ owners, decisions }: Choices, { ownerEnterpriseId, ownerEnterprise }: ItemRow): Choices {
  const isKnown = !ownerEnterprise || owners.some(({ value }) => value === ownerEnterpriseId)
  if (isKnown || !ownerEnterpriseId) return { owners, decisions }
  return { owners: [...owners, { value: ownerEnterpriseId, label: ownerEnterprise.name }], decisions }
}
