import type { Locale } from './locale'

/** Pages of plain text. What they promise is what the product does; who changes the one changes the other. */
export type ProseText = {
  title: string
  lead: string
  sections: { id: string; title: string; paragraphs: string[]; points?: string[] }[]
}

export type ProsePage = 'help' | 'accessibility' | 'privacy'

const zh: Record<ProsePage, ProseText> = {
  help: {
    title: '使用帮助',
    lead: '按身份说明最常用的几件事怎么办。',
    sections: [
      {
        id: 'sign-in',
        title: '登录与账号',
        paragraphs: [
          '账号是手机号或邮箱，由本单位的账号管理员邀请开通：打开邀请链接，自己设置密码即可。链接只能用一次，过期请对方重新发送。',
        ],
        points: [
          '忘记密码：请本单位账号管理员发送重置链接。',
          '连续输错密码后，再次尝试的间隔会逐步变长，过一会儿即可恢复，不会永久锁定。',
          '一人多岗（例如同时代表几座加油站）：登录后在右上角切换当前身份。',
        ],
      },
      {
        id: 'enterprise',
        title: '企业：报名、请假、签到',
        paragraphs: ['报名在活动页办理，可以先占名额、以后再填姓名，也可以随时换人。'],
        points: [
          '只有主要负责人和在有效期内的指定专人签到，才计入本企业的参与；其他人员签到照常记录，但不计入。',
          '去不了请在活动开始前请假并写明原因；请假单独统计，不会被记作无故缺席。',
          '现场签到：扫描大屏幕上的二维码，或在签到页输入屏幕上的短码。短码每隔几十秒更换，旧码无效，请以屏幕当前显示为准；也可以到签到台办理。',
          '名额已满时自动进入候补，前面有人退出会依次递补并在消息中告知。',
        ],
      },
      {
        id: 'insurer',
        title: '承保机构专人：组织活动',
        paragraphs: ['新建活动后先存为草稿，核对无误再发布；发布前不会通知任何企业。'],
        points: [
          '时间、地点变更或取消，已报名人员会在消息中收到通知，日历文件同步更新。',
          '投影页显示签到二维码和已到人数；签到台可以按姓名、拼音或企业查找人员。',
        ],
      },
      {
        id: 'district',
        title: '区局、管委会：参与情况',
        paragraphs: [
          '统计只包含由本单位监管的企业，与企业注册地址在哪个区无关。每个数字都可以点开，看到对应的名单；导出的表格与页面一致。',
        ],
      },
      {
        id: 'figures',
        title: '参与率怎么算',
        paragraphs: ['参与率 = 有效参加的活动数 ÷ 应参加的活动数。'],
        points: [
          '应参加：活动已举办，且活动开始时本企业是活动所面向联盟的成员。',
          '有效参加：签到人员当时持有本企业有效的主要负责人或指定专人授权。',
          '一家企业参加两个联盟的，在各联盟中分别计算，合计只算一次。',
        ],
      },
    ],
  },
  accessibility: {
    title: '无障碍说明',
    lead: '本网站以《Web内容无障碍指南》（WCAG）2.2 AA级为目标。',
    sections: [
      {
        id: 'options',
        title: '可以这样调整',
        paragraphs: [
          '页面底部和右上角的“显示设置”可以选择大字、高对比、深色主题和英文界面，选择保存在本机浏览器中，不需要登录。',
        ],
        points: [
          '全部功能可以只用键盘完成；按 Tab 键移动，当前位置有清晰的边框。',
          '公开页面、登录和签到页面在关闭脚本时也能使用。',
          '系统设置为“减少动态效果”时，页面不播放动画。',
          '打印始终为浅色版式。',
        ],
      },
      {
        id: 'limits',
        title: '目前的不足',
        paragraphs: [
          '活动资料由组织单位上传，其中的扫描件可能无法被读屏软件朗读。如有需要，请联系该活动的组织单位提供文字版本。',
        ],
      },
    ],
  },
  privacy: {
    title: '个人信息保护',
    lead: '本网站为行业安全联盟工作收集必要的个人信息，不作其他用途。',
    sections: [
      {
        id: 'what',
        title: '保存哪些信息',
        paragraphs: [],
        points: [
          '账号：姓名、手机号或邮箱、所在单位和岗位、授权起止日期。密码只保存不可还原的摘要。',
          '参加活动：报名、请假及原因、签到时间和方式。',
          '企业台账中的主要负责人、安全负责人姓名和电话，由监管部门依法登记。',
          '操作记录：谁在什么时间改了什么；查看电话和导出数据另有登记。',
        ],
      },
      {
        id: 'who',
        title: '谁能看到',
        paragraphs: [
          '电话默认遮挡，点开查看会被登记。企业之间互相看不到对方的人员和参与数据；区局、管委会只看到由其监管的企业；承保机构专人只看到其负责的联盟，任期结束即不再可见。',
        ],
      },
      {
        id: 'cookies',
        title: 'Cookie',
        paragraphs: [
          '只使用必要的 Cookie：登录状态，以及您选择的语言、主题、字号、对比度和行高。没有广告和第三方统计，页面不向其他网站发送请求。',
        ],
      },
      {
        id: 'rights',
        title: '您的权利',
        paragraphs: [
          '您可以在“我的”中查看本人账号信息和登录设备，并随时结束登录。更正、复制或删除个人信息，请联系本单位账号管理员；依法应当保存的履职和参与记录，在保存期限内不能删除。',
        ],
      },
    ],
  },
}

const en: Record<ProsePage, ProseText> = {
  help: {
    title: 'Help',
    lead: 'How to do the most frequent things, by role.',
    sections: [
      {
        id: 'sign-in',
        title: 'Accounts and signing in',
        paragraphs: [
          'An account is a mobile number or a mail address. The account administrator of your organisation invites you: open the link and choose a password. A link works once; ask for another when it has expired.',
        ],
        points: [
          'Forgotten password: ask your account administrator for a reset link.',
          'After several wrong passwords the wait before the next try grows. It passes by itself; nobody is locked out for good.',
          'Several posts (such as several filling stations): change the hat you wear at the top right.',
        ],
      },
      {
        id: 'enterprise',
        title: 'Enterprises: registering, leave, check-in',
        paragraphs: [
          'Register on the activity’s page. You may take places first, name people later, and swap them at any time.',
        ],
        points: [
          'Participation counts when the principal or a designated person with a valid mandate checks in. Others are recorded and do not count.',
          'If nobody can come, ask for leave with a reason before it starts. Leave is shown apart from absence.',
          'At the door, scan the code on the screen or type the short code. It changes every few dozen seconds, so use the one shown now, or see the door desk.',
          'When it is full you join the waiting list and are told when a place is yours.',
        ],
      },
      {
        id: 'insurer',
        title: 'Insurers’ coordinators: holding activities',
        paragraphs: ['A new activity is a draft until you publish it. Nobody is told before.'],
        points: [
          'Changes of time or place and cancellations are told to everyone who registered; calendar files follow.',
          'The projector page shows the check-in code and who has arrived. The door desk finds people by name, pinyin or enterprise.',
        ],
      },
      {
        id: 'district',
        title: 'Districts and area committees: participation',
        paragraphs: [
          'Figures cover the enterprises that you supervise, wherever they are located. Each figure opens its list, and exports show the same.',
        ],
      },
      {
        id: 'figures',
        title: 'How participation is counted',
        paragraphs: ['Participation = activities validly attended ÷ activities offered.'],
        points: [
          'Offered: the activity was held, and at its start the enterprise was a member of an alliance that it was open to.',
          'Validly attended: the person who checked in held a valid mandate of the enterprise.',
          'An enterprise in two alliances counts in each alliance and once in totals.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'This site aims at WCAG 2.2, level AA.',
    sections: [
      {
        id: 'options',
        title: 'What you can adjust',
        paragraphs: [
          '“Display settings” offers large text, high contrast, a dark theme and Chinese. The choice stays in your browser; no account is needed.',
        ],
        points: [
          'Everything can be done with the keyboard alone, and the focus is always visible.',
          'Public pages, signing in and checking in work without script.',
          'Nothing moves when your system asks for reduced motion.',
          'Print is always light.',
        ],
      },
      {
        id: 'limits',
        title: 'Known limits',
        paragraphs: [
          'Materials are uploaded by organisers; scanned pages among them may not be readable aloud. Ask the organiser for a text version.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'The portal keeps what the alliances’ work needs, and uses it for nothing else.',
    sections: [
      {
        id: 'what',
        title: 'What is kept',
        paragraphs: [],
        points: [
          'Account: name, mobile number or mail address, organisation and post, dates of mandates. Of a password only an irreversible digest.',
          'Taking part: registrations, leave with its reason, time and manner of check-in.',
          'The registry’s principal and safety lead with phone numbers, recorded by the supervising bodies under the law.',
          'Records of work: who changed what and when. Looking at a phone number and exporting are logged as well.',
        ],
      },
      {
        id: 'who',
        title: 'Who sees it',
        paragraphs: [
          'Phone numbers are masked, and unmasking is logged. Enterprises do not see each other’s people or figures. Districts see the enterprises that they supervise. Insurers’ coordinators see their alliances while they are appointed.',
        ],
      },
      {
        id: 'cookies',
        title: 'Cookies',
        paragraphs: [
          'Only necessary ones: your sign-in, and your choice of language, theme, text size, contrast and row height. No advertising, no third-party statistics, no request to any other site.',
        ],
      },
      {
        id: 'rights',
        title: 'Your rights',
        paragraphs: [
          'Under “Me” you see your account and where it is signed in, and can end sign-ins. For correction, copies or deletion ask your account administrator; records that the law requires are kept for their period.',
        ],
      },
    ],
  },
}

export const prose = (page: ProsePage, locale: Locale): ProseText => (locale === 'en' ? en : zh)[page]
