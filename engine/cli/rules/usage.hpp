// Texts that exercise rules: the examples of their tests, and a corpus of acts country by country.
#pragma once

#include <functional>

#include "cli/rules/rules.hpp"
#include "match/usage.hpp"

namespace lacuna::cli {

// A set of acts, the language that it must be read in (empty: that of the acts), and the country, or "tests".
using TakeSet =
    std::function<void(akn::StatuteSet const& set, std::string const& language, std::string const& label)>;

// Each example of the pack's tests as a set of its own; with options.corpus the acts below that path instead,
// one set for each country. The country is the first folder below the corpus, else what the act itself says.
void for_each_text(Session& session, dsl::Pack const& pack, RulesOptions const& options, TakeSet const& take);

[[nodiscard]] match::Usage count_usage(Session& session, program::Program const& program,
                                       dsl::Pack const& pack, RulesOptions const& options, bool timed);
[[nodiscard]] match::BranchCount count_branches(Session& session, program::Program const& program,
                                                dsl::Pack const& pack, RulesOptions const& options);

}  // namespace lacuna::cli
