import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/practices/actions'
import { getPractice } from '@/lib/practices/queries'
import { plainText, textOf } from '@/lib/practices/rules'
import { act } from '../support/act'
import { buildWorld, type World } from '../support/world'
import { fullContent, makePractice } from './stage'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

describe('bad input in a draft', () => {
  const saveText = (versionId: string, revision: number, text: string) =>
    act(world, 'clerk', actions.savePractice, {
      versionId,
      revision,
      title: '题',
      subjects: [],
      area: null,
      content: {
        ...fullContent,
        method: textOf(text),
        figures: [{ label: text.slice(0, 10), before: '', after: '', unit: '' }],
      },
    })

  it('is named by its part where it is too long', async () => {
    const { versionId, practiceId } = await makePractice(world)
    expect(await saveText(versionId, 1, '字'.repeat(100_000))).toMatchObject({
      code: 'INVALID',
      fields: { 'content.method': 'TOO_LONG' },
    })
    expect(await db.practiceVersion.findFirstOrThrow({ where: { practiceId } })).toMatchObject({ revision: 1 })
  })

  it('is kept as words where it looks like markup, with its emoji and without what turns the reading direction', async () => {
    const { versionId, practiceId } = await makePractice(world)
    const nasty = '<img src=x onerror=alert(1)>\u202E😀javascript:alert(1)'
    expect(await saveText(versionId, 1, nasty)).toMatchObject({ ok: true })
    const view = await getPractice(await world.actor('clerk'), practiceId)
    const kept = '<img src=x onerror=alert(1)>😀javascript:alert(1)'
    expect(plainText(view?.versions[0]?.content.method ?? textOf(''))).toBe(kept)
    expect(view?.versions[0]?.content.figures[0]?.label).toBe(kept.slice(0, 10))
  })

  it('is refused whole where it is no structure, or has a kind that is none', async () => {
    const { versionId } = await makePractice(world)
    for (const method of ['<p>文字</p>', { type: 'doc', content: [{ type: 'iframe', src: 'javascript:1' }] }])
      expect(
        await act(world, 'clerk', actions.savePractice, {
          versionId,
          revision: 1,
          title: '题',
          subjects: [],
          area: null,
          content: { ...fullContent, method: method as never },
        }),
      ).toMatchObject({ code: 'INVALID' })
  })
})
