// An act read anew with cuts in its bytes, each byte keeping the file that it came from. Private to the room.
#pragma once

#include "akn/bills/place.hpp"
#include "akn/read.hpp"

namespace lacuna::akn::bills {

struct BillSource {
    SourceId source;
    std::string title;
};
// Puts the document that results in the place of the old one. False when it could not be read; then nothing
// has changed. The cuts must not overlap.
[[nodiscard]] bool rewrite(Document& document, std::vector<Edit> edits, BillSource const& bill,
                           SourceMap& sources, ReadOptions const& options);
// Identifiers of what came from the bill, and everything below.
void rename(Document& document, std::vector<std::pair<std::string, std::string>> const& renames);
void repeal(Document& document, std::vector<std::string> const& ids);

}  // namespace lacuna::akn::bills
