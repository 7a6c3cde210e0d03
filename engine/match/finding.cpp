#include "match/finding.hpp"

namespace lacuna::match {

std::string_view to_string(Distance distance) {
    switch (distance) {
        case Distance::sentence:
            return "sentence";
        case Distance::passage:
            return "passage";
        case Distance::section:
            return "section";
        case Distance::definition:
            return "definition";
        case Distance::reference:
            return "reference";
        case Distance::part:
            return "part";
        case Distance::act:
            return "act";
        case Distance::set:
            return "set";
    }
    return "";
}

ActRepeal const* Findings::repeal_of(DocumentId act) const {
    for (auto const& repeal : repeals)
        if (repeal.act == act) return &repeal;
    return nullptr;
}

}  // namespace lacuna::match
