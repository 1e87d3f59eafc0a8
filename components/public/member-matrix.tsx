import { getLocale, getTranslations } from 'next-intl/server'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { NumberTd, NumberTh, Table, Th } from '@/components/ui/table'
import type { JurisdictionTile } from '@/lib/alliances/public-queries'
import type { PublicAlliance } from '@/lib/alliances/queries'
import { formatNumber } from '@/lib/text/format'

/** Members by jurisdiction and alliance: what the tiles of the home page lead to. */
export async function MemberMatrix({ alliances, tiles }: { alliances: PublicAlliance[]; tiles: JurisdictionTile[] }) {
  const [t, locale] = await Promise.all([getTranslations('public.list'), getLocale()])
  const total = (order: number) => alliances.find((alliance) => alliance.order === order)?.members ?? 0

  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-xl">{t('table')}</h2>
      <Table label={t('table')}>
        <thead>
          <tr>
            <Th>{t('jurisdiction')}</Th>
            {alliances.map((alliance) => (
              <NumberTh key={alliance.slug}>
                <AllianceBadge alliance={{ sortOrder: alliance.order, shortName: alliance.shortName }} />
              </NumberTh>
            ))}
            <NumberTh>{t('total')}</NumberTh>
          </tr>
        </thead>
        <tbody>
          {tiles.map((tile) => (
            <tr key={tile.code} id={`j-${tile.code}`} className="target:bg-primary-soft">
              <Th scope="row">{locale === 'zh-CN' ? tile.shortName : tile.nameEn}</Th>
              {alliances.map((alliance) => (
                <NumberTd key={alliance.slug}>{formatNumber(tile.byAlliance[String(alliance.order)] ?? 0)}</NumberTd>
              ))}
              <NumberTd>
                <b>{formatNumber(tile.enterprises)}</b>
              </NumberTd>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Th scope="row">{t('total')}</Th>
            {alliances.map((alliance) => (
              <NumberTd key={alliance.slug}>{formatNumber(total(alliance.order))}</NumberTd>
            ))}
            <NumberTd>{formatNumber(tiles.reduce((sum, tile) => sum + tile.enterprises, 0))}</NumberTd>
          </tr>
        </tfoot>
      </Table>
      <p className="text-sm text-muted">{t('totalNote')}</p>
    </section>
  )
}
