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
    bool todo = false;            // test: list the known misses
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
// " in FOLDER" when no PATH was named: which folder was read then. Else empty.
[[nodiscard]] std::string read_from(RulesOptions const& options);
// Refuses to write into the rules that came with the program when no PATH was named. True: refused.
[[nodiscard]] bool refuse_bundled(Session& session, RulesOptions const& options);
// Warns of a kind of law, after `asks`, that is like another and asked nowhere else.
void check_kinds_of_law(Session& session, dsl::Pack const& pack);

int rules_check(Session& session, RulesOptions const& options);
int rules_test(Session& session, RulesOptions const& options);
int rules_format(Session& session, RulesOptions const& options);
int rules_lint(Session& session, RulesOptions const& options);
int rules_new(Session& session, RulesOptions const& options);
int rules_doc(Session& session, RulesOptions const& options);
int rules_coverage(Session& session, RulesOptions const& options);
int rules_list(Session& session, RulesOptions const& options);
int rules_profile(Session& session, RulesOptions const& options);

}  // namespace lacuna::cli
