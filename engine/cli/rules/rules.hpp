// The sub-commands of `lacuna rules`, one file each.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/pipeline.hpp"

namespace lacuna::cli {

struct RulesOptions {
    std::vector<std::string> paths;
    std::string only;             // test: a name; lint: a code; coverage: a kind of thing
    std::string filter_language;  // lint, coverage: only what concerns this language
    bool all = false;             // lint: every warning of each code
    bool check = false;           // fmt
    bool fix = false;             // lint
    std::string corpus;           // coverage, profile: Akoma Ntoso files
    bool by_country = false;      // coverage
    std::string country;          // coverage --by-country: only this one
    std::size_t top = 20;
    std::string name, kind, language = "en", title, output;  // new, doc
    std::string rules;  // new: folder of the rules that the measure will stand in
};

[[nodiscard]] std::vector<std::string> paths_of(RulesOptions const& options);

int rules_check(Session& session, RulesOptions const& options);
int rules_test(Session& session, RulesOptions const& options);
int rules_format(Session& session, RulesOptions const& options);
int rules_lint(Session& session, RulesOptions const& options);
int rules_new(Session& session, RulesOptions const& options);
int rules_doc(Session& session, RulesOptions const& options);
int rules_coverage(Session& session, RulesOptions const& options);
int rules_profile(Session& session, RulesOptions const& options);

}  // namespace lacuna::cli
