import { plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'

type Morning = { tx: Tx; anchor: Day; officerId: string }

type Facts = Omit<
  Prisma.GuidanceRequestUncheckedCreateInput,
  'enterpriseId' | 'requestedById' | 'requestedAt' | 'wishedFrom' | 'wishedTo'
>

const instant = (day: Day, hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)

/** Three requests for expert guidance: one that waits, one that is arranged, one that has been advised. */
export async function askForGuidance({ tx, anchor, officerId }: Morning): Promise<void> {
  const on = (days: number) => toDate(plusDays(anchor, days))
  const person = await speakerOf(tx, 'member@demo.test')
  const lead = await speakerOf(tx, 'lead@demo.test')
  const other = await tx.mandate.findFirst({
    where: { validTo: null, enterprise: { supervisingJurisdiction: { shortName: '金山区' } } },
    select: { userId: true, enterpriseId: true },
    orderBy: [{ enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  const experts = await tx.expert.findMany({
    where: { retiredAt: null },
    select: { id: true },
    orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
    take: 2,
  })
  const ask = async (speaker: Speaker | null, days: number, facts: Facts) => {
    if (!speaker) return
    await tx.guidanceRequest.create({
      data: {
        ...facts,
        enterpriseId: speaker.enterpriseId,
        requestedById: speaker.userId,
        requestedAt: instant(plusDays(anchor, days), 10),
        wishedFrom: on(days + 7),
        wishedTo: on(days + 30),
      },
    })
  }
  const decided = (days: number) => ({ decidedById: officerId, decidedAt: instant(plusDays(anchor, days), 15) })
  const going = { experts: { create: experts.map(({ id }) => ({ expertId: id })) } }

  await ask(other, -2, {
    field: 'ELECTROSTATIC',
    title: '粉体投料口静电防护的改造方案',
    description: '两条投料线已加装静电接地监测，粉体吸料管的材质和惰化方案拿不准，请专家现场把关。',
  })
  await ask(person, -9, {
    field: 'RISK_CONTROL',
    title: '树脂合成反应的热失控风险评估',
    description: '新增一台 5 立方米反应釜，已完成工艺危险分析，希望专家复核联锁和泄放的设计。',
    state: 'APPROVED',
    visitOn: on(5),
    ...decided(-4),
    ...going,
  })
  await ask(lead, -40, {
    field: 'STORAGE',
    title: '储罐区雷电防护和紧急切断',
    description: '罐区投用十二年，去年两次雷击报警，希望专家检查接地、浮盘等电位连接和紧急切断阀。',
    state: 'ADVISED',
    visitOn: on(-15),
    summary: '罐区总体管理较好，浮盘等电位连接有两处失效，紧急切断阀联动试验记录不全。',
    advisedById: officerId,
    advisedAt: instant(plusDays(anchor, -14), 16),
    ...decided(-30),
    ...going,
    advice: { create: adviceOf(anchor, lead?.userId ?? '') },
  })
}

type Speaker = { userId: string; enterpriseId: string }

const speakerOf = (tx: Tx, email: string): Promise<Speaker | null> =>
  tx.mandate.findFirst({
    where: { user: { email } },
    select: { userId: true, enterpriseId: true },
    orderBy: { id: 'asc' },
  })

function adviceOf(anchor: Day, answeredById: string) {
  const dueOn = toDate(plusDays(anchor, -2))
  const answered = { answeredById, answeredAt: instant(plusDays(anchor, -6), 9) }
  return [
    {
      position: 0,
      text: '更换 T-103、T-105 浮盘的两处等电位连接线，并复测电阻',
      dueOn,
      state: 'DONE' as const,
      answer: '已更换并复测，检测报告编号 2026-LD-118。',
      ...answered,
    },
    {
      position: 1,
      text: '补做紧急切断阀联动试验，每季度一次，试验记录由班组长签字',
      dueOn,
      state: 'DOING' as const,
      answer: '试验方案已编制，下月检修窗口期实施。',
      ...answered,
    },
    { position: 2, text: '雷雨天气停止装卸作业的规定写入装卸操作规程，并组织培训', dueOn },
  ]
}
