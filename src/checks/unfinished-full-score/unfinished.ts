import { normaliseText } from '../../quantity/normalise';
import { tellsOfNone } from '../../scoring/negation';

/** Work that is not there yet. Money not yet paid is no such work, nor a payment still due. */
const UNFINISHED =
  /(?:尚|还|仍)?未(?:能)?(?:全部|完全|全面|如期|按期|按时|及时)?(?:完成(?!值)|完工|竣工|验收|通过验收|开工|启动|实施|建成|投入使用|投用|交付|安装|到货|配发|(?<=(?:全部|完全|全面))发放)|(?:没有|未)(?:组织)?(?:开展|进行)(?:满意度|问卷|第三方)?(?:调查|测评|评估|检测)|(?:正在|仍在|尚在|还在)(?:进行|建设|施工|推进|办理|实施|验收|整改|筹备|采购|招标)(?!.{0,4}(?:[结决]算|审计|支付|付款|移交|手续))|(?:推进|施工|建设|办理|实施|进行|验收|整改)(?:过程)?(?:之)?中(?![心小学等央期间国])|正在(?:建设|施工|推进)|待验收|进度滞后|预计\d{4}年[^,;。]{0,8}(?:完成|完工|竣工|交付|建成)/;

/** 未完成原因：无 answers the head; 本年任务已完成 says that what goes on is of later years. */
const ALL_DONE =
  /原因[:]?(?:无|没有|\/|-+)[。.]?$|(?:本年度?|当年|年度)(?:目标|任务|计划|工作)(?:已|均|全部)+(?:按\S{1,4})?完成/;

const LONGEST = 300;

/** The words of a text that say something is not finished; null where none do. */
export function unfinishedIn(text: string): string | null {
  if (text.length < 2 || text.length > LONGEST) return null;
  const plain = normaliseText(text);
  const match = UNFINISHED.exec(plain);
  if (!match || tellsOfNone(plain, match.index) || ALL_DONE.test(plain)) return null;
  return match[0];
}
