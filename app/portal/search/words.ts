import { getTranslations } from 'next-intl/server'
import type { SearchWords } from '@/components/search/search-button'

/** The few words of the dialog: it stands in every page, so it gets them without the message runtime. */
export async function searchWords(): Promise<SearchWords> {
  const [t, common] = await Promise.all([getTranslations('search'), getTranslations('common')])
  return {
    open: t('open'),
    title: t('title'),
    placeholder: t('placeholder'),
    lead: t('lead'),
    keys: t('keys'),
    short: t('short'),
    searching: t('searching'),
    failed: t('failed'),
    signedOut: t('signedOut'),
    all: t('all'),
    close: common('close'),
  }
}
