#include "match/part_languages.hpp"

#include <algorithm>

#include "match/prepare.hpp"
#include "text/language.hpp"

namespace lacuna::match {
namespace {

std::string const of_the_act;

// A language that the stemmer library does not know is called as the file calls it.
[[nodiscard]] std::string code_of(std::string_view name) {
    auto code = text::language_code(name);
    return code.empty() ? std::string(name) : code;
}

void add_once(std::vector<std::string>& list, std::string const& name) {
    if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
}

}  // namespace

PartLanguages::PartLanguages(program::Program const& program, akn::Document const& document,
                             std::string const& wanted)
    : document_(document), main_(language_of(program, document, wanted)) {
    auto const& rows = document.provisions;
    bool const marked =
        std::any_of(rows.begin(), rows.end(), [](auto const& row) { return !row.language.empty(); });
    if (!marked || !wanted.empty()) return;
    for (auto const& row : rows) {
        auto code = row.language.empty() ? std::string() : code_of(row.language);
        of_row_.push_back(code == main_ ? std::string() : std::move(code));
    }
    sort_out(program);
}

// Numbers and headings do not make a part: a heading may be in both languages.
void PartLanguages::sort_out(program::Program const& program) {
    bool main_used = false;
    std::vector<std::string> used;
    for (auto const& block : document_.blocks) {
        if (!akn::is_norm(block.role)) continue;
        auto const& language = of(block);
        main_used = main_used || language.empty();
        if (!language.empty()) add_once(used, language);
    }
    for (auto const& language : used)
        (program.speaks(language) != nullptr ? others_ : unspoken_).push_back(language);
    if (main_used || others_.empty()) return;
    main_ = others_.front();
    others_.erase(others_.begin());
    for (auto& language : of_row_)
        if (language == main_) language.clear();
}

std::string const& PartLanguages::of(akn::Block const& block) const {
    return block.provision.valid() ? of_row_[block.provision.index()] : of_the_act;
}

std::vector<bool> PartLanguages::blocks_in(std::string const& language) const {
    std::vector<bool> blocks;
    if (of_row_.empty()) return blocks;
    auto const& name = language == main_ ? of_the_act : language;
    for (auto const& block : document_.blocks) blocks.push_back(of(block) == name);
    return blocks;
}

}  // namespace lacuna::match
