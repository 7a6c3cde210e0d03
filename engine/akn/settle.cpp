#include "akn/settle.hpp"

#include <string_view>

namespace lacuna::akn {
namespace {

[[nodiscard]] bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Words that end like this wait for points: a colon or a dash.
[[nodiscard]] bool announces(std::string_view text) {
    for (auto const* const end : {":", "—", "–", "-", "―", "："})
        if (ends_with(text, end)) return true;
    return false;
}

[[nodiscard]] bool is_closed(std::string_view text) {
    for (auto const* const end : {".", ";", "\xCD\xBE", ".”", ".\"", ".’", ".)", "]", "。", "।"})
        if (ends_with(text, end)) return true;
    return false;
}

// A sentence does not begin with a small letter; words that close a list of points do.
[[nodiscard]] bool begins_small(std::string_view text) {
    if (text.empty()) return false;
    auto const first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') return true;
    if (text.size() < 2) return false;
    auto const second = static_cast<unsigned char>(text[1]);
    if (first == 0xC3) return second >= 0x9F;  // Latin: ß to ÿ
    if (first == 0xCE) return second >= 0xAC;  // Greek: ά to ο
    if (first == 0xCF) return second <= 0x8E;  // Greek: π to ώ
    if (first == 0xD0) return second >= 0xB0;  // Cyrillic: а to п
    if (first == 0xD1) return second <= 0x9F;  // Cyrillic: р to џ
    return false;
}

class Roles {
  public:
    explicit Roles(Document& document) : document_(document) {}

    void run() {
        for (std::uint32_t i = 0; i < document_.provisions.size(); ++i)
            if (document_.provisions[i].subtree_end > i + 1) parent(i);
    }

  private:
    // A row with rows below it: its own words stand between theirs.
    void parent(std::uint32_t index) {
        auto const& row = document_.provisions[index];
        auto at = row.block_begin;
        bool points_before = false;
        for (auto child = index + 1; child < row.subtree_end;) {
            auto const& next = document_.provisions[child];
            own_words(index, at, next.block_begin, points_before, true);
            unnumbered(index, child);
            at = next.block_end;
            points_before = points_before || !next.num.empty() || has_number(child);
            child = next.subtree_end;
        }
        own_words(index, at, row.block_end, points_before, false);
    }

    void own_words(std::uint32_t index, std::uint32_t from, std::uint32_t to, bool points_before,
                   bool points_after) {
        bool first = true;
        for (auto i = from; i < to; ++i) {
            auto& block = document_.blocks[i];
            if (block.provision.value != index || block.role != Role::content) continue;
            auto const text = document_.text_of(block);
            if (points_before && first && begins_small(text))
                block.role = Role::wrap_up;
            else if (points_after && i + 1 == to && !is_closed(text))
                block.role = Role::intro;
            first = false;
        }
    }

    [[nodiscard]] bool has_number(std::uint32_t row) const {
        auto const& provision = document_.provisions[row];
        return provision.block_begin < provision.block_end &&
               document_.blocks[provision.block_begin].role == Role::num &&
               document_.blocks[provision.block_begin].provision.value == row;
    }

    // Some converters write the words before and after points as paragraphs of their own, without a number,
    // beside the points. The words belong to the row above.
    void unnumbered(std::uint32_t parent_row, std::uint32_t index) {
        auto const& row = document_.provisions[index];
        if (row.subtree_end != index + 1 || row.block_begin == row.block_end) return;
        for (auto i = row.block_begin; i < row.block_end; ++i)
            if (document_.blocks[i].provision.value != index || document_.blocks[i].role != Role::content)
                return;
        auto const& above = document_.provisions[parent_row];
        bool const more = row.subtree_end < above.subtree_end && has_number(row.subtree_end);
        bool const before = index > parent_row + 1 && seen_number(parent_row, index);
        auto const first = document_.text_of(document_.blocks[row.block_begin]);
        auto const last = document_.text_of(document_.blocks[row.block_end - 1]);
        if (more && announces(last))
            hand_over(row, parent_row, Role::intro);
        else if (before && begins_small(first))
            hand_over(row, parent_row, Role::wrap_up);
    }

    [[nodiscard]] bool seen_number(std::uint32_t parent_row, std::uint32_t index) const {
        for (auto child = parent_row + 1; child < index; child = document_.provisions[child].subtree_end)
            if (has_number(child)) return true;
        return false;
    }

    void hand_over(Provision const& row, std::uint32_t to, Role role) {
        for (auto i = row.block_begin; i < row.block_end; ++i) {
            document_.blocks[i].provision = ProvisionId(std::size_t{to});
            document_.blocks[i].role = role;
        }
    }

    Document& document_;
};

}  // namespace

void set_roles(Document& document) {
    Roles(document).run();
}

void set_names(Document& document) {
    for (auto const& block : document.blocks) {
        if (!block.provision.valid() || is_norm(block.role)) continue;
        auto& row = document.provisions[block.provision.index()];
        if (block.role == Role::num && row.num.empty()) row.num = document.text_of(block);
        if (block.role == Role::heading && row.heading.empty()) row.heading = document.text_of(block);
    }
}

void resolve_references(Document& document, std::optional<EidIndex>& rows) {
    auto const& work = document.meta.work_uri;
    for (auto& reference : document.references) {
        auto const hash = reference.href.rfind('#');
        if (hash == std::string_view::npos) continue;
        auto const file = reference.href.substr(0, hash);
        if (!file.empty() && file != work && file != document.meta.expression_uri) continue;
        if (!rows) rows.emplace(document.provisions);
        auto const found = rows->find(reference.href.substr(hash + 1));
        if (found != EidIndex::none) reference.target = ProvisionId(std::size_t{found});
    }
}

void settle(Document& document) {
    set_names(document);
    set_roles(document);
    std::optional<EidIndex> rows;
    make_identifiers(document, rows);
    set_units(document);
    resolve_references(document, rows);
}

}  // namespace lacuna::akn
