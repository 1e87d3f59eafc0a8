'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ConflictTable } from '@/components/alliances/conflict-table'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import { configureAllYears } from '@/lib/years/actions'
import { NumberCell } from './number-cell'

type Targets = { meetingTarget: number | null; trainingMinimum: number | null }

/** An alliance on the desk; `id` is its year's, null where it has none. */
export type DeskRow = {
  key: string
  name: string
  id: string | null
  version: number
  targets: Targets
  isFixed: boolean
  head: ReactNode
  state: ReactNode
  lead: ReactNode
  insurer: ReactNode
  topics: ReactNode
}

type Values = { rows: Record<string, Targets> }

/** One form over nine alliances: whatever was changed is saved by one press, each line with the version it was read in. */
export function DeskForm({ year, rows, extra }: { year: number; rows: DeskRow[]; extra: ReactNode }) {
  const t = useTranslations('years.desk')
  const open = rows.flatMap((row) => (row.id && !row.isFixed ? [{ ...row, id: row.id }] : []))
  const [base, setBase] = useState(() => new Map(open.map(({ id, version, targets }) => [id, { version, ...targets }])))
  const know = (id: string, known: { version: number } & Partial<Targets>) =>
    setBase((before) =>
      new Map(before).set(id, { meetingTarget: null, trainingMinimum: null, ...before.get(id), ...known }),
    )

  const form = useActionForm({
    action: configureAllYears,
    defaults: { rows: Object.fromEntries(open.map(({ key, targets }) => [key, targets])) } as Values,
    toInput: (values: Values) => ({
      year,
      rows: open.flatMap(({ id, key }) => {
        const [was, now] = [base.get(id), values.rows[key]]
        if (!was || !now) return []
        const isSame = was.meetingTarget === now.meetingTarget && was.trainingMinimum === now.trainingMinimum
        const { meetingTarget, trainingMinimum } = now
        return isSame
          ? []
          : [
              {
                allianceYearId: id,
                version: was.version,
                meetingTarget,
                trainingMinimum: trainingMinimum ?? Number.NaN,
              },
            ]
      }),
    }),
    say: t('saved'),
    onDone: (data) => data.rows.forEach(({ allianceYearId, ...saved }) => know(allianceYearId, saved)),
  })
  const params = form.problem?.code === 'ALLIANCE_YEARS_CHANGED' ? form.problem.params : null

  return (
    <Form form={form} submitLabel={t('save')} layout="wide" extra={extra}>
      {open.map(({ id, key, name }) => {
        const version = params?.[`${id}.version`]
        if (!params || version === undefined) return null
        return (
          <Conflict
            key={id}
            name={name}
            changedBy={String(params[`${id}.changedBy`] ?? '')}
            theirs={theirsOf(params, id)}
            yours={form.methods.getValues('rows')[key] ?? { meetingTarget: null, trainingMinimum: null }}
            isSettled={base.get(id)?.version === version}
            onTakeTheirs={() => {
              const theirs = theirsOf(params, id)
              form.methods.setValue(`rows.${key}`, theirs)
              know(id, { version: Number(version), ...theirs })
            }}
            onKeepOwn={() => know(id, { version: Number(version), ...theirsOf(params, id) })}
          />
        )
      })}
      <DeskTable year={year} rows={rows} />
      <p className="text-sm text-muted">{t('hint')}</p>
    </Form>
  )
}

type Params = Record<string, string | number>

function theirsOf(params: Params, id: string): Targets {
  const target = params[`${id}.meetingTarget`]
  return {
    meetingTarget: target === '' || target === undefined ? null : Number(target),
    trainingMinimum: Number(params[`${id}.trainingMinimum`]),
  }
}

type ConflictProps = {
  name: string
  changedBy: string
  theirs: Targets
  yours: Targets
  isSettled: boolean
  onTakeTheirs: () => void
  onKeepOwn: () => void
}

function Conflict({ name, theirs, yours, ...rest }: ConflictProps) {
  const t = useTranslations('years.desk')
  const number = (value: number | null) => (value === null ? t('unset') : String(value))
  const line = (field: 'meetingTarget' | 'trainingMinimum') => ({
    label: t('cell', { alliance: name, field: t(field) }),
    theirs: number(theirs[field]),
    yours: number(yours[field]),
  })
  return <ConflictTable {...rest} lines={[line('meetingTarget'), line('trainingMinimum')]} />
}

function DeskTable({ year, rows }: { year: number; rows: DeskRow[] }) {
  const t = useTranslations('years.desk')
  return (
    <Table label={t('label', { year: String(year) })} isCards>
      <thead>
        <tr>
          <Th>{t('alliance')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('meetingTarget')}</Th>
          <Th>{t('trainingMinimum')}</Th>
          <Th>{t('lead')}</Th>
          <Th>{t('insurer')}</Th>
          <Th>{t('topics')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td className="t">{row.head}</td>
            <td>{row.state}</td>
            <TargetCell row={row} field="meetingTarget" />
            <TargetCell row={row} field="trainingMinimum" />
            <LabelledTd label={t('lead')} className="l">
              {row.lead}
            </LabelledTd>
            <LabelledTd label={t('insurer')} className="l">
              {row.insurer}
            </LabelledTd>
            <LabelledTd label={t('topics')}>{row.topics}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function TargetCell({ row, field }: { row: DeskRow; field: keyof Targets }) {
  const t = useTranslations('years.desk')
  const isEditable = row.id !== null && !row.isFixed
  return (
    <LabelledTd label={t(field)}>
      {isEditable ? (
        <NumberCell
          name={`rows.${row.key}.${field}`}
          label={t('cell', { alliance: row.name, field: t(field) })}
          min={field === 'meetingTarget' ? 0 : 1}
          placeholder={field === 'meetingTarget' ? t('unset') : undefined}
        />
      ) : (
        ((row.id && row.targets[field]) ?? '—')
      )}
    </LabelledTd>
  )
}
