#include "core/stats/enrichment.h"

#include <cassert>
#include <limits>

#include "core/base/parallel.h"

namespace neuroscribe::stats {
namespace {
/// A slider dragged through all k fills a table per (descriptor, step); beyond 64 MiB the cache starts anew.
constexpr std::size_t kMaxCached = std::size_t{8} << 20;
} // namespace

void Enrichment::adoptColumns(std::span<const std::uint32_t> answered, std::span<const std::uint32_t> yes) {
    if (m_cached > kMaxCached) {
        m_columns.clear();
        m_cached = 0;
    }
    m_columns.resize(answered.size());
    for (std::size_t c = 0; c < answered.size(); ++c) {
        Column& column = m_columns[c];
        if (column.population == answered[c] && column.successes == yes[c])
            continue;
        column = {answered[c], yes[c], {}};
    }
}

void Enrichment::fillTables(std::span<const std::uint32_t> m, std::span<const std::uint8_t> active) {
    struct Missing {
        std::uint32_t descriptor, draws;
    };
    const std::size_t descriptors = m_columns.size();
    std::vector<Missing> missing;
    std::vector<std::uint32_t> last(descriptors, 0); // most neurons have the same m_c: look it up once
    const auto placeholder = std::make_shared<const TailTable>();
    for (std::size_t row = 0; row < m.size(); row += descriptors)
        for (std::uint32_t c = 0; c < descriptors; ++c) {
            const std::uint32_t draws = m[row + c];
            if (!active[c] || draws == last[c])
                continue;
            last[c] = draws;
            auto& byDraws = m_columns[c].byDraws;
            if (draws >= byDraws.size())
                byDraws.resize(draws + std::size_t{1});
            if (draws > 0 && !byDraws[draws]) {
                byDraws[draws] = placeholder;
                missing.push_back({c, draws});
            }
        }
    parallelFor(missing.size(), 4, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Column& column = m_columns[missing[i].descriptor];
            column.byDraws[missing[i].draws] = std::make_shared<const TailTable>(
                hypergeometricTailTable(column.population, column.successes, missing[i].draws));
        }
    });
    for (const Missing& entry : missing)
        m_cached += m_columns[entry.descriptor].byDraws[entry.draws]->tail.size();
}

void Enrichment::compute(std::span<const std::uint32_t> x, std::span<const std::uint32_t> m,
                         std::span<const std::uint32_t> answered, std::span<const std::uint32_t> yes,
                         std::span<const std::uint8_t> active, Table& out) {
    assert(x.size() == m.size() && answered.size() == yes.size() && active.size() == yes.size());
    adoptColumns(answered, yes);
    fillTables(m, active);
    const std::size_t descriptors = m_columns.size();
    out.p.assign(x.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < x.size(); row += descriptors)
        for (std::size_t c = 0; c < descriptors; ++c)
            if (active[c] && m[row + c] > 0)
                out.p[row + c] = m_columns[c].byDraws[m[row + c]]->at(x[row + c]);
    out.q = out.p;
    benjaminiHochberg(out.q);
}

} // namespace neuroscribe::stats
