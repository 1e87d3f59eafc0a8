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
} satisfies typeof source
