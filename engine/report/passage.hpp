// The norm as it was read, with the words that prove elements marked, and single quotes from the law.
#pragma once

#include "report/report.hpp"

namespace lacuna::report {

// Words of one document that prove an element.
struct Mark {
    std::uint32_t begin = 0, end = 0;  // bytes of Document::text
    std::string element;
};

// The leaf with the introductory and closing words of its ancestors up to the unit. Long stretches without a
// mark are shortened; of a passage of many blocks those without a mark are left out, with "…" in their place.
[[nodiscard]] std::vector<PassagePart> passage_of(akn::Document const& document, ProvisionId unit,
                                                  ProvisionId leaf, std::vector<Mark> marks);

[[nodiscard]] Quote quote_of(akn::Document const& document, SourceMap const& sources,
                             match::Evidence const& evidence);

}  // namespace lacuna::report
