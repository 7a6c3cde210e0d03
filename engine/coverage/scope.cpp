#include "coverage/scope.hpp"

#include <algorithm>
#include <charconv>

namespace lacuna::coverage {
namespace {

// The number that an article begins with; -1 when it begins with none.
[[nodiscard]] long number_of(std::string_view article) {
    long value = -1;
    std::from_chars(article.data(), article.data() + article.size(), value);
    return value;
}

[[nodiscard]] bool takes(std::string_view asked, program::Obligation const& obligation) {
    if (asked == obligation.article || asked == obligation.id) return true;
    if (obligation.id.size() > asked.size() && obligation.id.starts_with(asked) &&
        obligation.id[asked.size()] == '.')
        return true;
    auto const dash = asked.find('-');
    if (dash == std::string_view::npos || dash == 0) return false;
    auto const first = number_of(asked.substr(0, dash)), last = number_of(asked.substr(dash + 1));
    auto const number = number_of(obligation.article);
    return first >= 0 && number >= first && number <= last;
}

}  // namespace

bool in_scope(program::Obligation const& obligation, Scope const& scope) {
    return scope.articles.empty() || std::any_of(scope.articles.begin(), scope.articles.end(),
                                                 [&](auto const& asked) { return takes(asked, obligation); });
}

}  // namespace lacuna::coverage
