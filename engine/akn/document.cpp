#include "akn/document.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace lacuna::akn {

Document::Document() : names(std::make_unique<NameStore>()) {
    text.reserve(64);  // never the buffer inside the string itself, so that views survive a move
}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

std::uint64_t Account::sum() const {
    return std::accumulate(characters.begin(), characters.end(), std::uint64_t{0});
}

std::string_view to_string(Account::Class item) {
    switch (item) {
        case Account::provisions:
            return "provisions";
        case Account::headings:
            return "headings";
        case Account::numbers:
            return "numbers";
        case Account::front_and_back:
            return "front and back";
        case Account::notes:
            return "notes";
        case Account::contents:
            return "tables of contents";
        case Account::editorial:
            return "editorial remarks";
        case Account::furniture:
            return "page furniture";
        case Account::foreign:
            return "foreign";
        case Account::layout:
            return "layout";
        case Account::class_count:
            break;
    }
    return "";
}

std::string_view to_string(Role role) {
    switch (role) {
        case Role::num:
            return "num";
        case Role::heading:
            return "heading";
        case Role::intro:
            return "intro";
        case Role::content:
            return "content";
        case Role::wrap_up:
            return "wrap-up";
        case Role::preface:
            return "preface";
    }
    return "";
}

std::string_view to_string(Force force) {
    switch (force) {
        case Force::in_force:
            return "in force";
        case Force::not_yet:
            return "not yet in force";
        case Force::repealed:
            return "repealed";
        case Force::suspended:
            return "suspended";
        case Force::expired:
            return "expired";
    }
    return "";
}

std::string_view NameStore::keep(std::string_view name) {
    constexpr std::size_t chunk = std::size_t{1} << 14;
    if (name.empty()) return {};
    if (used + name.size() > capacity) {
        capacity = std::max(chunk, name.size());
        chunks.push_back(std::make_unique_for_overwrite<char[]>(capacity));
        used = 0;
    }
    auto* const to = chunks.back().get() + used;
    std::memcpy(to, name.data(), name.size());
    used += name.size();
    return {to, name.size()};
}

std::vector<std::string_view> languages_of_parts(Document const& document) {
    std::vector<std::string_view> found;
    for (auto const& block : document.blocks) {
        if (!block.provision.valid() || !is_norm(block.role)) continue;
        auto const language = document.at(block.provision).language;
        if (!language.empty() && std::find(found.begin(), found.end(), language) == found.end())
            found.push_back(language);
    }
    return found;
}

ProvisionId Document::unit_of(ProvisionId id) const {
    while (id.valid() && !at(id).basic_unit) id = at(id).parent;
    return id;
}

namespace {

// "Part II", "7.", "(1)": the number as a label, or the element when it has none.
[[nodiscard]] std::string label(Provision const& row) {
    if (!row.num.empty()) return std::string(row.num);
    return row.heading.empty() ? std::string(row.element) : std::string();
}

// "7." -> "7", "(a)" stays, "Section 4." -> "Section 4"
[[nodiscard]] std::string_view without_stop(std::string_view num) {
    while (!num.empty() && (num.back() == '.' || num.back() == ':' || num.back() == ' ' || num.back() == '-'))
        num.remove_suffix(1);
    return num;
}

[[nodiscard]] bool starts_with_letter(std::string_view num) {
    return !num.empty() && ((num[0] >= 'A' && num[0] <= 'Z') || (num[0] >= 'a' && num[0] <= 'z') ||
                            static_cast<unsigned char>(num[0]) >= 0x80);
}

// A number of a point inside a citation stands in brackets, without what a converter left around it: "1." and
// "a)" become "(1)" and "(a)", as do "(—(1)" and "( a )".
[[nodiscard]] std::string in_brackets(std::string_view num) {
    static constexpr std::string_view outside[] = {" ", "(", ")", "[", "]", ".",
                                                   ":", ";", ",", "-", "—", "–"};
    auto const cut = [&] {
        for (auto const one : outside) {
            if (num.starts_with(one))
                num.remove_prefix(one.size());
            else if (num.ends_with(one))
                num.remove_suffix(one.size());
            else
                continue;
            return true;
        }
        return false;
    };
    while (cut()) {
    }
    return num.empty() ? std::string() : "(" + std::string(num) + ")";
}

}  // namespace

std::string Document::path_of(ProvisionId id) const {
    std::vector<std::string> steps;
    for (; id.valid(); id = at(id).parent) {
        auto const& row = at(id);
        auto step = label(row);
        if (!row.heading.empty()) step += (step.empty() ? "" : " ") + std::string(row.heading);
        steps.push_back(std::move(step));
    }
    std::string path;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        path += (path.empty() ? "" : " › ") + *step;
    return path;
}

std::string Document::citation_of(ProvisionId id) const {
    auto const unit = unit_of(id);
    std::string points;
    for (auto step = id; step.valid() && step != unit; step = at(step).parent)
        if (!at(step).num.empty()) points = in_brackets(at(step).num) + points;
    if (!unit.valid()) return points.empty() && id.valid() ? label(at(id)) : points;
    auto const& row = at(unit);
    auto const num = without_stop(row.num);
    if (num.empty()) return std::string(row.element) + " " + std::string(row.eid) + points;
    // "§ 202a", "Article 111-1": the number names the kind by itself.
    if (starts_with_letter(num) && num.find(' ') != std::string_view::npos) return std::string(num) + points;
    if (static_cast<unsigned char>(num[0]) >= 0x80 || num.find("§") != std::string_view::npos)
        return std::string(num) + points;
    return std::string(row.element) + " " + std::string(num) + points;
}

ProvisionId Document::find(std::string_view eid) const {
    auto const row = std::find_if(provisions.begin(), provisions.end(),
                                  [&](Provision const& provision) { return provision.eid == eid; });
    return row == provisions.end() ? ProvisionId{}
                                   : ProvisionId(static_cast<std::size_t>(row - provisions.begin()));
}

std::string_view Document::bill_in(std::uint32_t begin, std::uint32_t end) const {
    for (auto const& words : bill_texts)
        if (words.begin < end && begin < words.end) return words.bill;
    return {};
}

Origin Document::origin_of(std::uint32_t byte) const {
    auto const after = std::upper_bound(origins.begin(), origins.end(), byte,
                                        [](std::uint32_t at, Origin const& o) { return at < o.begin; });
    if (after == origins.begin()) return {byte, source, byte, {}};
    auto const& origin = *std::prev(after);
    return {byte, origin.source, origin.at + (byte - origin.begin), origin.bill};
}

}  // namespace lacuna::akn
