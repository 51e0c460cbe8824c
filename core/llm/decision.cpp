#include "core/llm/decision.h"

namespace neuroscribe::llm {

void decide(YesNoReply& reply, float margin, float mass) {
    reply.margin = margin;
    reply.verdict = margin > 0 ? Verdict::Yes : Verdict::No;
    if (margin != 0 && mass >= kLeastMass)
        return;
    reply.verdict = Verdict::Unanswered;
    reply.failure = Failure::Undecided;
    reply.detail = margin == 0 ? "Yes and No are equally likely" : "neither Yes nor No is likely";
}

} // namespace neuroscribe::llm
