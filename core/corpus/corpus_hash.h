// The hash of the corpus is a chain over the hashes of its texts in id order, so that an import goes on from the stored
// value: the same sentences have the same hash whether they came at once or in parts. Private to core/corpus.
#pragma once

#include "core/base/hash.h"
#include "core/store/sqlite.h"

namespace neuroscribe::corpus {

/// All zero: no sentences yet. Errors: Corrupt.
Result<Hash128> storedCorpusHash(store::Database& database);
Hash128 chain(const Hash128& corpus, const Hash128& text);
Status storeCorpusHash(store::Database& database, const Hash128& hash);

} // namespace neuroscribe::corpus
