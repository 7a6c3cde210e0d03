// Reasons that hold words of the rule language, for a reader who does not know it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "report/report.hpp"

namespace lacuna::report {

// What concepts are called, by their names: their glosses.
using Glosses = std::unordered_map<std::string_view, std::string>;
[[nodiscard]] Glosses glosses_of(program::Catalogue const& catalogue);

// A reason in the words of the rules as a reader without the rules can take it: "near/14" becomes "within 14
// words of", and the names of concepts stand in quotation marks. Quoted law is left as it is.
[[nodiscard]] std::string condition_in_plain_words(std::string_view reason, Glosses const& glosses = {});
// The same of the sentence that gives the reason of a verdict, whose places and titles are left alone.
[[nodiscard]] std::string in_plain_words(std::string_view reason, Glosses const& glosses = {});
// The reason of an obligation's verdict as every reader takes it.
[[nodiscard]] std::string plain_reason(ObligationRow const& row);

}  // namespace lacuna::report
