import { getLocale, getTranslations } from 'next-intl/server'
import { Badge, type Tone } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import { formatDay } from '@/lib/text/format'
import { nameIn } from '@/lib/text/locale'
import { shareOf, type AudienceLine, type RecordKind, type Share } from '@/lib/visibility/rules'

const tones: Record<Share, Tone> = { ALL: 'success', SOME: 'warning', NONE: 'neutral' }

/** Names beyond these would hide the rest of the table; the count stands beside them. */
const namesMax = 8

type Props = { kind: RecordKind; lines: AudienceLine[]; today: string }

/** Everybody in lines: who, whether they see the record, and why. */
export async function AudienceTable({ kind, lines, today }: Props) {
  const [t, locale] = await Promise.all([getTranslations('visibility'), getLocale()])
  const who = ({ who, alliance, names }: AudienceLine) =>
    t(`who.${who}`, { alliance: alliance ? nameIn(locale, alliance) : '', name: names[0] ?? '' })
  return (
    <>
      <p className="text-sm text-muted">{t('lead', { day: formatDay(locale, today) })}</p>
      <Table label={t('title')} isCards>
        <thead>
          <tr>
            <Th>{t('columns.who')}</Th>
            <Th>{t('columns.share')}</Th>
            <Th>{t('columns.why')}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={who(line)}>
              <td className="min-w-48 whitespace-normal">
                {who(line)}
                <Names line={line} comma={t('comma')} />
              </td>
              <LabelledTd label={t('columns.share')}>
                <span className="inline-flex items-center gap-2">
                  <Badge tone={tones[shareOf(line)]}>{t(`share.${shareOf(line)}`)}</Badge>
                  {line.all > 1 && (
                    <span className="tabular-nums text-muted">
                      {t('ofAll', { seeing: String(line.seeing), all: String(line.all) })}
                    </span>
                  )}
                </span>
              </LabelledTd>
              <LabelledTd label={t('columns.why')} className="whitespace-normal">
                {t(`why.${kind}.${line.who}`)}
              </LabelledTd>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

/** Which offices, where only some of them see it. */
function Names({ line, comma }: { line: AudienceLine; comma: string }) {
  const isNamed = (line.who === 'JURISDICTIONS' || line.who === 'INSURERS') && shareOf(line) === 'SOME'
  if (!isNamed) return null
  const shown = line.names.slice(0, namesMax)
  return (
    <span className="block text-xs text-muted">
      {shown.join(comma)}
      {line.names.length > shown.length && '…'}
    </span>
  )
}
