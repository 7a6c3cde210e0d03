#include "report/passage.hpp"

#include <algorithm>
#include <set>

#include "akn/read.hpp"
#include "report/clean.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t plain_run_limit = 900, quote_limit = 500, context_limit = 90;

using akn::Role;

// Rows of blocks: introductions on the way down, the leaf, closing words on the way up.
[[nodiscard]] std::vector<std::uint32_t> blocks_of(akn::Document const& document, ProvisionId unit,
                                                   ProvisionId leaf) {
    std::vector<ProvisionId> way;  // from the leaf up to the unit
    for (auto id = leaf; id.valid(); id = document.at(id).parent) {
        way.push_back(id);
        if (id == unit) break;
    }
    std::vector<std::uint32_t> rows;
    auto const add = [&](ProvisionId id, bool closing) {
        auto const& provision = document.at(id);
        for (auto row = provision.block_begin; row < provision.block_end; ++row) {
            auto const& block = document.blocks[row];
            bool const body = block.role == Role::intro || block.role == Role::content;
            if (block.provision == id && (closing ? block.role == Role::wrap_up : body)) rows.push_back(row);
        }
    };
    for (auto id = way.rbegin(); id != way.rend(); ++id)
        if (*id != leaf) add(*id, false);
    auto const& bottom = document.at(leaf);
    for (auto row = bottom.block_begin; row < bottom.block_end; ++row) {
        auto const role = document.blocks[row].role;
        if (role != Role::num && role != Role::heading) rows.push_back(row);
    }
    for (auto const id : way)
        if (id != leaf) add(id, true);
    return rows;
}

void append_run(PassagePart& part, std::string_view text, std::vector<std::string> elements) {
    if (text.empty()) return;
    auto cleaned = clean_piece(text);
    part.runs.push_back(
        {shorten(cleaned, elements.empty() ? plain_run_limit : 2 * plain_run_limit), std::move(elements)});
}

[[nodiscard]] PassagePart part_of(akn::Document const& document, akn::Block const& block,
                                  std::vector<Mark> const& marks) {
    PassagePart part;
    if (block.provision.valid() && block.role != Role::wrap_up)
        part.num = clean_label(document.at(block.provision).num);
    std::set<std::uint32_t> cuts{block.begin, block.end};
    for (auto const& mark : marks) {
        if (mark.end <= block.begin || mark.begin >= block.end) continue;
        cuts.insert(std::max(mark.begin, block.begin));
        cuts.insert(std::min(mark.end, block.end));
    }
    for (auto at = cuts.begin(); std::next(at) != cuts.end(); ++at) {
        std::vector<std::string> elements;
        for (auto const& mark : marks)
            if (mark.begin <= *at && mark.end >= *std::next(at) && mark.end > mark.begin &&
                std::find(elements.begin(), elements.end(), mark.element) == elements.end())
                elements.push_back(mark.element);
        append_run(part, std::string_view(document.text).substr(*at, *std::next(at) - *at),
                   std::move(elements));
    }
    return part;
}

[[nodiscard]] akn::Block const* block_at(akn::Document const& document, std::uint32_t place) {
    auto at =
        std::upper_bound(document.blocks.begin(), document.blocks.end(), place,
                         [](std::uint32_t offset, akn::Block const& block) { return offset < block.begin; });
    if (at == document.blocks.begin()) return nullptr;
    --at;
    return place < at->end ? &*at : nullptr;
}

constexpr std::size_t whole_limit = 10;  // blocks of a passage that are shown whole

[[nodiscard]] bool is_marked(PassagePart const& part) {
    return std::any_of(part.runs.begin(), part.runs.end(),
                       [](Run const& run) { return !run.elements.empty(); });
}

// Of a long passage (a list of definitions in one provision) the first block and what proves something.
[[nodiscard]] std::vector<PassagePart> what_proves(std::vector<PassagePart> parts) {
    if (parts.size() <= whole_limit) return parts;
    std::vector<PassagePart> kept;
    bool gap = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && !is_marked(parts[i])) {
            gap = true;
            continue;
        }
        if (gap) kept.push_back({"", {{"…", {}}}});
        gap = false;
        kept.push_back(std::move(parts[i]));
    }
    if (gap) kept.push_back({"", {{"…", {}}}});
    return kept;
}

}  // namespace

std::vector<PassagePart> passage_of(akn::Document const& document, ProvisionId unit, ProvisionId leaf,
                                    std::vector<Mark> marks) {
    if (!leaf.valid()) leaf = unit;
    if (!leaf.valid()) return {};
    std::vector<PassagePart> parts;
    std::string last_num;
    for (auto const row : blocks_of(document, unit, leaf)) {
        auto part = part_of(document, document.blocks[row], marks);
        if (part.runs.empty()) continue;
        if (part.num == last_num) part.num.clear();
        if (!part.num.empty()) last_num = part.num;
        parts.push_back(std::move(part));
    }
    return what_proves(std::move(parts));
}

namespace {

[[nodiscard]] DefinedBy defined_by(akn::Document const& document, match::Evidence::Definition const& row) {
    auto const words = [&](std::uint32_t begin, std::uint32_t end) {
        return shorten(clean(std::string_view(document.text).substr(begin, end - begin)), quote_limit);
    };
    DefinedBy by{words(row.term_begin, row.term_end), {}, {}, words(row.text_begin, row.text_end)};
    if (row.provision.valid()) {
        by.eid = clean_label(document.at(row.provision).eid);
        by.citation = clean_label(document.citation_of(row.provision));
    }
    return by;
}

}  // namespace

Quote quote_of(akn::Document const& document, SourceMap const& sources, match::Evidence const& evidence) {
    Quote quote;
    quote.act = clean_label(document.meta.title);
    quote.distance = std::string(match::to_string(evidence.distance));
    quote.label = clean(evidence.label);
    if (evidence.provision.valid()) {
        quote.eid = clean_label(document.at(evidence.provision).eid);
        quote.citation = clean_label(document.citation_of(evidence.provision));
        quote.path = clean_label(document.path_of(evidence.provision));
    }
    auto const end = std::min<std::size_t>(evidence.text_end, document.text.size());
    auto const begin = std::min<std::size_t>(evidence.text_begin, end);
    auto const text = std::string_view(document.text);
    quote.text = shorten(clean(text.substr(begin, end - begin)), quote_limit);
    quote.bill =
        clean_label(document.bill_in(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)));
    if (auto const* block = block_at(document, evidence.text_begin); block != nullptr) {
        quote.before = tail(text.substr(block->begin, begin - block->begin), context_limit);
        if (block->end > end) quote.after = head(text.substr(end, block->end - end), context_limit);
    }
    if (document.source.valid()) {
        auto const& source = sources.at(document.source);
        auto const origin = document.origin_of(akn::source_offset(document, source, evidence.text_begin));
        auto const place = sources.at(origin.source).position(origin.at);
        quote.file = clean_label(sources.at(origin.source).name());
        quote.line = place.line;
        quote.column = place.column;
    }
    for (auto const& row : evidence.through) quote.through.push_back(defined_by(document, row));
    return quote;
}

}  // namespace lacuna::report
