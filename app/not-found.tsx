import { getTranslations } from 'next-intl/server'
import { NotFoundNotice } from '@/components/layout/not-found-notice'

/** Absent and invisible look the same. */
export default async function NotFound() {
  const t = await getTranslations('shell')
  return <NotFoundNotice title={t('notFound.title')} text={t('notFound.text')} homeLabel={t('item.home')} />
}
