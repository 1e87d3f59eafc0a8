import type { visitNotices as source } from '../zh-CN/notification-visits'

export const visitNotices = {
  HOST_ASKED: {
    title: 'Can you host a site visit: {title}',
    text: 'You are asked to host “{title}”. Time: {when}. About: {reason}. Please answer on the page, with the number of visitors and the rules of your gate.',
  },
  HOST_AGREED: {
    title: 'The host has agreed: {title}',
    text: '{enterprise} hosts “{title}”. Time: {when}. Limit and rules of the gate are on the page; the activity can be published.',
  },
  HOST_DECLINED: {
    title: 'The host has declined: {title}',
    text: '{enterprise} cannot host “{title}”. Reason: {reason}. Please ask another member.',
  },
  HOST_WITHDREW: {
    title: 'The host has withdrawn: {title}',
    text: '{enterprise} can no longer host “{title}”. Time: {when}. Reason: {reason}. Please ask another member, or cancel the activity.',
  },
  HOST_RELEASED: {
    title: 'Not needed as host: {title}',
    text: 'The organiser no longer asks you to host “{title}”. Time: {when}. Reason: {reason}.',
  },
  HOST_MOVED: {
    title: 'The site visit has moved; please agree anew: {title}',
    text: '“{title}”, which you agreed to receive, is now planned for {when}. Please say on the page whether you can receive it then.',
  },
  GATE_LIST_READY: {
    title: 'The list for your gate is ready: {title}',
    text: 'You receive “{title}” on {when}. Please look through the list of visitors on the page and give it to your gate; it may still change.',
  },
  GUIDANCE_REQUESTED: {
    title: 'Guidance is asked for: {title}',
    text: '{enterprise} asks for expert guidance on “{title}”. Please decide and name experts.',
  },
  GUIDANCE_APPROVED: {
    title: 'Guidance is approved: {title}',
    text: 'The bureau has approved “{title}” and named experts. The day of the visit is on the page.',
  },
  GUIDANCE_GIVEN: {
    title: 'Please arrange guidance: {title}',
    text: 'The bureau asks you to arrange the expert guidance for {enterprise}: “{title}”. Agree on a day with the enterprise and the experts, and write the advice after the visit.',
  },
  GUIDANCE_REFUSED: {
    title: 'Guidance is refused: {title}',
    text: '“{title}” is refused. Reason: {reason}. You may ask again when things change.',
  },
  GUIDANCE_WITHDRAWN: {
    title: 'A request for guidance is withdrawn: {title}',
    text: '{enterprise} has withdrawn its request “{title}”. Reason: {reason}.',
  },
  GUIDANCE_ARRANGED: {
    title: 'The guidance visit has changed: {title}',
    text: 'For “{title}” the experts come on {day}; who they are is on the page.',
  },
  GUIDANCE_ADVISED: {
    title: 'Advice is given: {title}',
    text: 'The advice on “{title}” is given. Please answer each point on the page, due {day}. It is for your enterprise and those in charge only.',
  },
  ADVICE_RETURNED: {
    title: 'An answer is returned: {title}',
    text: 'One of your answers on “{title}” is returned; please see the page and add what is missing.',
  },
  ADVICE_URGED: {
    title: 'Please see to it: {title}',
    text: 'Of the advice on “{title}”, {count, plural, one {# point is} other {# points are}} overdue and not answered or not done. Please see to it soon.',
  },
  ADVICE_OVERDUE: {
    title: 'Advice overdue: {title}',
    text: 'Of the advice given to {enterprise} on “{title}”, {count, plural, one {# point is} other {# points are}} overdue by more than {day} days. Please look at it and urge the enterprise.',
  },
  INSPECTION_PAIRED: {
    title: 'Mutual inspection arranged: {title}',
    text: 'In “{title}” {from} inspects {enterprise}. Time: {when}. What is looked at is on the page; what is found is for the two of them and those in charge only.',
  },
  INSPECTION_UNPAIRED: {
    title: 'Mutual inspection cancelled: {title}',
    text: 'In “{title}” {from} inspects {enterprise} no longer.',
  },
  FINDING_RECORDED: {
    title: 'A finding to be mended: {title}',
    text: 'In “{title}” {from} found something at {enterprise}. Please say on the page what is done about it and until when.',
  },
  FINDING_MAJOR: {
    title: 'A major hazard was found: {title}',
    text: 'In “{title}” {from} recorded a major hazard at {enterprise}. Please follow what is done, and remind the enterprise to report it as the law requires.',
  },
  FINDING_WITHDRAWN: {
    title: 'A finding is taken back: {title}',
    text: 'In “{title}” a finding of {from} at {enterprise} is taken back; why is on the page. Nothing has to be mended.',
  },
  FINDING_ANSWERED: {
    title: 'A finding is answered: {title}',
    text: 'In “{title}” {enterprise} answered a finding of {from}. Please see the page, and confirm what is mended.',
  },
  FINDING_RETURNED: {
    title: 'An answer to a finding is returned: {title}',
    text: 'In “{title}” an answer of {enterprise} is returned; please see the page for what is missing.',
  },
  FINDING_CLOSED: {
    title: 'A finding is closed: {title}',
    text: 'In “{title}” what {from} found at {enterprise} is confirmed as mended.',
  },
  FINDING_URGED: {
    title: 'Please see to it: findings of {title}',
    text: 'Of what {from} found at {enterprise} in “{title}”, {count, plural, one {# finding is} other {# findings are}} past the day and not answered or not mended. Please answer on the page; where more time is needed, say what is done and until when.',
  },
  FINDING_OVERDUE: {
    title: 'Findings overdue: {title}',
    text: 'Of what {from} found at {enterprise} in “{title}”, {count, plural, one {# finding is} other {# findings are}} overdue by {days} days or more. Please look at it and urge the enterprise.',
  },
} satisfies typeof source
