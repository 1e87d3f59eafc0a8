import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { RecordKind } from '@/lib/visibility/rules'

/** 谁能看到: quiet, on every record. */
export async function AudienceLink({ kind, id }: { kind: RecordKind; id: string }) {
  const t = await getTranslations('visibility')
  return (
    <Link href={`/portal/visibility/${kind}/${id}`} prefetch={false} className="link no-print self-start text-sm">
      {t('link')}
    </Link>
  )
}
