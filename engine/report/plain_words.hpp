// Reasons that hold words of the rule language, for a reader who does not know it.
#pragma once

#include <string>
#include <string_view>

namespace lacuna::report {

// A reason in the words of the rules as a reader without the rules can take it: "near/14" becomes "within 14
// words of", and the names of concepts stand in quotation marks. Quoted law is left as it is.
[[nodiscard]] std::string condition_in_plain_words(std::string_view reason);
// The same of the sentence that gives the reason of a verdict, whose places and titles are left alone.
[[nodiscard]] std::string in_plain_words(std::string_view reason);

}  // namespace lacuna::report
