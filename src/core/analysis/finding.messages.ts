import { MessageCatalogue } from '../problems/message.types';

/** What the rules themselves show to be amiss, and what to do about it. */
export const FINDING_MESSAGES = {
  item_never_violated: {
    'zh-CN': {
      message: '事项 {item} 不可能违规：全部 {tried} 种取值均已试过。',
      mend: '请核对 condition 和 appliesWhen 的比较及常数，或者删除该事项。',
    },
    en: {
      message: 'Item {item} can never be violated: all {tried} choices of facts were tried.',
      mend: 'Check the comparisons and constants of its condition and appliesWhen, or remove the item.',
    },
  },
  item_violation_not_found: {
    'zh-CN': {
      message: '试过 {tried} 种取值，未发现使事项 {item} 违规的事实；尚不能断定没有。',
      mend: '请核对该事项的条件；如属罕见情形，请以情景写明。',
    },
    en: {
      message: 'In {tried} choices of facts tried, none violates item {item}; that there is none is not proved.',
      mend: 'Check its condition; where it is meant to be rare, add a scenario that violates it.',
    },
  },
  item_never_compliant: {
    'zh-CN': {
      message: '事项 {item} 不可能符合：全部 {tried} 种取值均已试过。',
      mend: '请核对 condition 的比较及常数；凡检查必违规的事项不能说明任何情况。',
    },
    en: {
      message: 'Item {item} can never be compliant: all {tried} choices of facts were tried.',
      mend: 'Check the comparisons and constants of its condition; an item that nobody can comply with tells nothing.',
    },
  },
  item_compliance_not_found: {
    'zh-CN': {
      message: '试过 {tried} 种取值，未发现使事项 {item} 符合的事实；尚不能断定没有。',
      mend: '请核对该事项的条件；如属罕见情形，请以情景写明。',
    },
    en: {
      message: 'In {tried} choices of facts tried, none complies with item {item}; that there is none is not proved.',
      mend: 'Check its condition; where it is meant to be rare, add a scenario that complies with it.',
    },
  },
  items_imply_each_other: {
    'zh-CN': {
      message: '事项 {item} 与 {other} 总是同时违规：全部 {tried} 种取值均已试过。',
      mend: '请合并两事项，或者修改其中一项的条件。',
    },
    en: {
      message: 'Items {item} and {other} are always violated together: all {tried} choices of facts were tried.',
      mend: 'Make one item of them, or change the condition of one.',
    },
  },
  item_implies_other: {
    'zh-CN': {
      message: '凡事项 {item} 违规，{other} 必违规，两项分值均计：全部 {tried} 种取值均已试过。',
      mend: '如属同一过错，请用 exclusiveWith 声明两者互斥；如属两项过错，请核对条件。',
    },
    en: {
      message:
        'Wherever item {item} is violated, {other} is too, and both count: all {tried} choices of facts were tried.',
      mend: 'Where they are one fault, declare them exclusive with exclusiveWith; otherwise check the conditions.',
    },
  },
  item_implies_exclusive: {
    'zh-CN': {
      message: '凡事项 {item} 违规，{other} 必违规；两者已声明互斥，只计一项（全部 {tried} 种取值均已试过）。',
      mend: '无须修改；请确认较重的一项分值较高。',
    },
    en: {
      message:
        'Wherever item {item} is violated, {other} is too; they are exclusive, so one counts (all {tried} choices tried).',
      mend: 'Nothing to mend; make sure that the graver one costs more.',
    },
  },
  implication_not_refuted: {
    'zh-CN': {
      message: '试过 {tried} 种取值，凡事项 {item} 违规，{other} 也违规；尚不能断定总是如此。',
      mend: '请核对两事项的条件；如属同一过错，请用 exclusiveWith 声明两者互斥。',
    },
    en: {
      message:
        'In {tried} choices of facts tried, {other} is violated wherever item {item} is; that it always is, is not proved.',
      mend: 'Check both conditions; where they are one fault, declare them exclusive with exclusiveWith.',
    },
  },
  fault_counted_twice: {
    'zh-CN': {
      message: '同一过错可能计两次：事实 {fact} 使事项 {item} 和 {other} 同时违规，只改这一事实，两项即均符合。',
      mend: '如属同一过错，请用 exclusiveWith 声明两者互斥；如应分别记分，请在 note 中说明。',
    },
    en: {
      message:
        'One fault may count twice: the fact {fact} has items {item} and {other} violated, and putting it right has both compliant.',
      mend: 'Where it is one fault, declare them exclusive with exclusiveWith; where both should count, say so in a note.',
    },
  },
  rung_out_of_reach: {
    'zh-CN': {
      message: '阶梯档次 {rung} 不可能达到：分值最多为 {most}，该档须{needed}。',
      mend: '请调低该档分值，或者核对封顶分值和各事项分值。',
    },
    en: {
      message: 'The rung {rung} cannot be reached: points come to at most {most}, and it stands at {needed}.',
      mend: 'Lower the rung, or check the ceiling and the points of the items.',
    },
  },
  rung_below_floor: {
    'zh-CN': {
      message: '阶梯档次 {rung} 不可能达到：分值最少为 {least}，该档须{needed}。',
      mend: '请调高该档分值，或者核对计分的下限。',
    },
    en: {
      message: 'The rung {rung} cannot be reached: the score comes to at least {least}, and it stands at {needed}.',
      mend: 'Raise the rung, or check the floor of the score.',
    },
  },
  rung_always_jumped: {
    'zh-CN': {
      message: '阶梯档次 {rung} 总被越过：凡达到该档的总分（最少 {total}）也达到 {next}，而只执行最高一档。',
      mend: '请调整两档分值或各事项分值，或者将 jump 改为 every_rung。',
    },
    en: {
      message:
        'The rung {rung} is always jumped: every total that reaches it, from {total} on, reaches {next} too, and only the highest rung counts.',
      mend: 'Move one of the rungs or change the points of items, or set jump to every_rung.',
    },
  },
  fact_never_read: {
    'zh-CN': {
      message: '没有规则读取事实 {fact}。',
      mend: '请从 facts 中删除，免得检查人员白填；或者补上读取它的条件。',
    },
    en: {
      message: 'No rule reads the fact {fact}.',
      mend: 'Remove it from "facts", lest inspectors record it in vain; or add the condition that was to read it.',
    },
  },
} satisfies MessageCatalogue;
