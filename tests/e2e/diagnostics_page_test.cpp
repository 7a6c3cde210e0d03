// docs/diagnostics.md is made from the table of codes and from an example of each code, which is run here:
// tests/golden/diagnostics/CODE.lac (rules check, lint or test), CODE.xml (show) or CODE.sh (a script).
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>

#include "base/diagnostic.hpp"
#include "support/golden.hpp"
#include "support/shell.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

// Codes that no input gives. A code that has an example must not stand here.
std::map<std::string, std::string> const without_example = {
    {"X012", "Guards the reader itself: text of a statute was lost. Please report the file."},
    {"X013", "Kept for a check that this version does not make."},
    {"X014", "Kept for a limit that this version does not have."},
    {"R024", "Guards the formatter itself: the file was left as it was. Please report it."},
};

std::map<char, std::string> const chapters = {{'F', "Files"},
                                              {'X', "XML and Akoma Ntoso"},
                                              {'R', "Rule files"},
                                              {'L', "Lint of rules"},
                                              {'T', "Tests of rules"},
                                              {'C', "Country files and decisions"},
                                              {'D', "Reports of earlier runs"},
                                              {'B', "Bills"}};

struct Form {
    std::string extension, file, command, fence;
};

std::vector<Form> forms(std::string const& code) {
    std::string const tool = code[0] == 'L' ? "lint" : code[0] == 'T' ? "test" : "check";
    return {{".lac", "rules.lac", "lacuna rules " + tool + " rules.lac", "lac"},
            {".xml", "act.xml", "lacuna show act.xml --validate", "xml"},
            {".sh", "example.sh", "sh ./example.sh", "sh"}};
}

// The example and what it prints, as part of the page; empty when there is none.
std::string example(std::string const& code) {
    for (auto const& form : forms(code)) {
        auto const input = test::golden_root() / "diagnostics" / (code + form.extension);
        if (!fs::exists(input)) continue;
        auto const scratch = fs::path(LACUNA_BINARY_DIR) / "diagnostics" / code;
        fs::remove_all(scratch);
        fs::create_directories(scratch);
        fs::copy_file(input, scratch / form.file);
        auto const printed = test::shell_in(scratch, form.command).text;
        INFO("example " << code << form.extension << " prints\n" << printed);
        CHECK(printed.find("[" + code + "]") != std::string::npos);
        return fmt::format("```{}\n{}```\n\n{}```text\n{}```\n", form.fence, test::slurp(input),
                           form.extension == ".sh" ? "" : fmt::format("`{}`:\n\n", form.command), printed);
    }
    return {};
}

std::string entry(CodeInfo const& code) {
    std::string const id(code.code);
    auto text = fmt::format("\n### {}: {}\n\n{}, `{}`.", id, code.title, to_string(code.severity), code.name);
    auto const reason = without_example.find(id);
    auto const shown = example(id);
    INFO(id << " needs an example in tests/golden/diagnostics, and only one of example and excuse");
    CHECK(shown.empty() == (reason != without_example.end()));
    return text + (shown.empty() ? " " + (reason == without_example.end() ? "" : reason->second) + "\n"
                                 : "\n\n" + shown);
}

}  // namespace

TEST_CASE("docs/diagnostics.md shows every code with an example that is run") {
    std::string page =
        "# Errors and warnings\n\n"
        "Each has a code that never changes its meaning. A comment `// lint: allow L001` takes a warning of\n"
        "`lacuna rules lint` away from the declaration that it stands in or above. `--diagnostics json` "
        "gives all\n"
        "of this as JSON. This page is made by `tests/e2e/diagnostics_page_test.cpp`, which runs each "
        "example;\n"
        "`LACUNA_UPDATE_GOLDEN=1` writes it anew.\n";
    char chapter = ' ';
    for (auto const code : all_codes()) {
        auto const& row = info(code);
        if (row.code.front() != chapter) page += fmt::format("\n## {}\n", chapters.at(row.code.front()));
        chapter = row.code.front();
        page += entry(row);
    }
    test::check_golden(fs::path(LACUNA_SOURCE_DIR) / "docs/diagnostics.md", page);
}
