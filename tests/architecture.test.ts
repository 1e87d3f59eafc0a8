import { describe, expect, it } from 'vitest'
import * as rules from './support/architecture'

const source = (file: string, text: string) => ({ file, text })

/** Each rule with a violation planted in memory: a guard that nobody has seen bark is decoration. */
const planted = {
  layersPointDown: [
    source('components/activities/card.tsx', "import { x } from '@/app/page'"),
    source('lib/activities/queries.ts', "import { Card } from '@/components/activities/card'"),
  ],
  componentsOnlyShow: [
    source('components/activities/card.tsx', "import { listActivities } from '@/lib/activities/queries'"),
  ],
  browsersLoadNoSchema: [
    source('components/activities/form.tsx', "'use client'\nimport { titleLengthMax } from '@/lib/activities/schema'"),
  ],
  fewHoldTheClient: [
    source('lib/activities/mutations.ts', "import { db } from '@/lib/core/db'"),
    source('app/portal/page.tsx', "import { cancel } from '@/lib/activities/mutations'"),
  ],
  stairsGoUp: [
    source('lib/users/queries.ts', "import { x } from '@/lib/reports/queries'"),
    source('lib/users/queries.ts', "const late = await import('@/lib/reports/queries')"),
    source('lib/elsewhere/queries.ts', ''),
  ],
  vocabularyIsClosed: [
    source('lib/loose.ts', ''),
    source('lib/users/service.ts', ''),
    source('lib/users/deep/queries.ts', ''),
  ],
  environmentIsReadOnce: [source('lib/users/queries.ts', 'process.env.SECRET')],
  clockIsASeam: [source('lib/users/queries.ts', 'const at = new Date()')],
  actionsAreDefined: [
    source('lib/users/actions.ts', "'use server'\nexport async function leak() {}"),
    source('lib/users/queries.ts', "'use server'\n"),
  ],
  actorsAreMinted: [source('lib/users/queries.ts', 'const actor = {} as Actor')],
  filesStayShort: [source('lib/users/queries.ts', '\n'.repeat(302)), source('app/portal/page.tsx', '\n'.repeat(62))],
  nothingIsADrawer: [source('components/utils.tsx', ''), source('lib/users/helpers/x.ts', '')],
} satisfies Record<string, rules.SourceFile[]>

describe('the drawing in docs/adr, executable', () => {
  const files = rules.sources()

  for (const [name, violations] of Object.entries(planted)) {
    const rule = rules[name as keyof typeof planted]

    it(`${name}: holds everywhere`, () => {
      expect(files.flatMap(rule)).toEqual([])
    })

    it.each(violations.map((violation, index) => [index + 1, violation] as const))(
      `${name}: sees planted violation %i`,
      (_, violation) => {
        expect(rule(violation)).not.toEqual([])
      },
    )
  }

  it('types may look up the stairs', () => {
    expect(rules.stairsGoUp(source('lib/users/queries.ts', "import type { X } from '@/lib/reports/queries'"))).toEqual(
      [],
    )
  })
})
