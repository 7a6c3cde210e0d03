// Where a drafter would write what no provision says: beside the provision that answers a duty of the same
// kind.
#pragma once

#include "report/report.hpp"

namespace lacuna::report {

struct PlaceToWrite {
    ProvisionRow const* provision = nullptr;
    ObligationRow const* answers = nullptr;  // the duty that the provision answers
};

// Of an article the duties that are parts of one paragraph, as "14.1.a" and "14.1.c" are, are met in one
// place of a law: the one of which most is shared counts. Where no other part of the paragraph is answered,
// the unit in which most of the article's answered duties stand, if that are two or more. None: nullptr.
[[nodiscard]] PlaceToWrite place_to_write(ArticleRow const& article, ObligationRow const& row);

}  // namespace lacuna::report
