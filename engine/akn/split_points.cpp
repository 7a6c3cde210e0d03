#include "akn/split_points.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace lacuna::akn {
namespace {

// The level below `parent`: numbers below a section are its subsections, letters its paragraphs.
[[nodiscard]] std::string_view made_element(std::string_view parent, bool in_article, Counting counting) {
    constexpr std::array<std::string_view, 5> chain{"subsection", "paragraph", "subparagraph", "clause",
                                                    "subclause"};
    if (in_article) return parent == "article" && counting == Counting::digits ? "paragraph" : "point";
    auto const place = std::find(chain.begin(), chain.end(), parent);
    if (place == chain.end() && parent != "section" && parent != "rule") return "point";
    auto const first = counting == Counting::digits ? std::size_t{0} : std::size_t{1};
    auto const level = place == chain.end() ? first : static_cast<std::size_t>(place - chain.begin()) + 1;
    return level < chain.size() ? chain[level] : "point";
}

}  // namespace

void PointSplitter::split(std::uint32_t first, std::uint32_t first_run, ProvisionId row) {
    first_run_ = first_run;
    runs_ = document_.runs.size();
    choose_blocks(first, row);
    cuts_ = &finder_.find(text_.text(), text_.signs(), chosen_);
    if (!cuts_->empty()) rebuild(first, row);
}

// The row's own blocks with words of a norm.
void PointSplitter::choose_blocks(std::uint32_t first, ProvisionId row) {
    auto const& blocks = document_.blocks;
    chosen_.clear();
    for (auto i = first; i < blocks.size(); ++i)
        if (blocks[i].provision == row && is_norm(blocks[i].role)) chosen_.push_back(i);
}

// The words stay where they are: a blank before or behind a marker becomes the border of a block.
void PointSplitter::rebuild(std::uint32_t first, ProvisionId row) {
    auto& blocks = document_.blocks;
    old_blocks_.assign(blocks.begin() + first, blocks.end());
    blocks.resize(first);
    borders_.clear();
    next_ = 0;
    made_.assign(1, row.index());
    for (auto const& block : old_blocks_) {
        if (block.provision == row && is_norm(block.role))
            cut_block(block);
        else
            blocks.push_back(block);
    }
    close_made(1);
    if (!borders_.empty()) insert_borders(first);
    some_ = true;
}

// Where a marker touches the words beside it, the text grows by a border.
void PointSplitter::insert_borders(std::uint32_t first_block) {
    auto const moved_here = [&](std::uint32_t offset) {
        auto const before = std::upper_bound(borders_.begin(), borders_.end(), offset) - borders_.begin();
        return offset + static_cast<std::uint32_t>(before);
    };
    auto& runs = document_.runs;
    auto const later = [](std::uint32_t at, TextRun const& run) { return at <= run.text_begin; };
    auto const first_run = std::upper_bound(runs.begin(), runs.end(), borders_.front(), later) - runs.begin();
    auto const middle = static_cast<std::ptrdiff_t>(runs_);
    for (auto const at : borders_) runs.push_back({moved_here(at), place(at).begin});
    for (auto run = runs.begin() + first_run; run != runs.begin() + middle; ++run)
        run->text_begin = moved_here(run->text_begin);
    std::inplace_merge(runs.begin() + first_run, runs.begin() + middle, runs.end(),
                       [](TextRun const& a, TextRun const& b) { return a.text_begin < b.text_begin; });
    for (auto i = first_block; i < document_.blocks.size(); ++i) {
        auto& block = document_.blocks[i];
        block.begin = moved_here(block.begin);
        block.end = moved_here(block.end - 1) + 1;
    }
    text_.insert_before(borders_, '\n');
    auto const before = inserted();
    for (auto const at : borders_) inserted_.push_back(at - before);
}

void PointSplitter::close(std::size_t id) {
    document_.provisions[id].subtree_end = static_cast<std::uint32_t>(document_.provisions.size());
    document_.provisions[id].block_end = static_cast<std::uint32_t>(document_.blocks.size());
}

void PointSplitter::close_made(std::size_t keep) {
    while (made_.size() > keep) {
        close(made_.back());
        made_.pop_back();
    }
}

void PointSplitter::add_block(std::uint32_t begin, std::uint32_t end, Role role) {
    if (begin < end) document_.blocks.push_back({ProvisionId(made_.back()), role, begin, end, table_row_});
}

void PointSplitter::cut_block(Block const& block) {
    auto const& cuts = *cuts_;
    auto at = block.begin;
    table_row_ = block.row;
    bool const marked = next_ < cuts.size() && cuts[next_].offset == block.begin;
    // Words without a marker, between points: they go on with the point whose list goes on behind them.
    if (!marked && made_.size() > 1)
        close_made(next_ == cuts.size() ? 1 : cuts[next_].depth + (cuts[next_].opens ? 1 : 2));
    while (next_ < cuts.size() && cuts[next_].offset < block.end) {
        auto const& cut = cuts[next_++];
        words(at, cut.offset, block.role);
        open_made(cut);
        add_block(cut.offset, cut.offset + cut.length, Role::num);
        at = skip_blank(cut.offset + cut.length);
    }
    words(at, block.end, at == block.begin ? block.role : Role::content);
}

void PointSplitter::words(std::uint32_t begin, std::uint32_t end, Role role) {
    auto trimmed = end;
    if (trimmed > begin && text_.at(trimmed - 1) == ' ')
        border_at(--trimmed);
    else if (trimmed > begin && text_.at(trimmed) != '\n')
        borders_.push_back(trimmed);
    add_block(begin, trimmed, made_.size() > 1 ? Role::content : role);
}

std::uint32_t PointSplitter::skip_blank(std::uint32_t at) {
    if (text_.at(at) != ' ') {
        borders_.push_back(at);
        return at;
    }
    border_at(at);
    return at + 1;
}

void PointSplitter::border_at(std::uint32_t blank) {
    text_.set(blank, '\n');
    ++blanks_;
}

void PointSplitter::open_made(Cut const& cut) {
    close_made(cut.depth + 1);
    auto const above = ProvisionId(made_.back());
    bool in_article = false;
    for (auto id = above; id.valid(); id = document_.at(id).parent)
        in_article = in_article || document_.at(id).element == "article";
    Provision row = document_.at(above);
    row.parent = above;
    row.element = made_element(row.element, in_article, cut.counting);
    row.eid = {};
    row.source = place_of(cut, row.source.source);
    row.block_begin = static_cast<std::uint32_t>(document_.blocks.size());
    made_.push_back(document_.provisions.size());
    document_.provisions.push_back(row);
}

FilePlace PointSplitter::place(std::uint32_t offset) const {
    auto const runs = std::span(document_.runs).subspan(first_run_, runs_ - first_run_);
    return file_place(runs, raw_, false, offset);
}

Span PointSplitter::place_of(Cut const& cut, SourceId source) const {
    auto const begin = place(cut.offset).begin;
    auto const marker = text_.text().substr(cut.offset, cut.length);
    if (raw_.substr(begin, cut.length) == marker) return {source, begin, begin + cut.length};
    auto const last = cut.offset + cut.length - 1;
    return {source, begin, place(last).end};
}

void PointSplitter::move_marks() {
    if (!some_) return;
    for (auto& row : document_.references) move_mark(row.from, row.text_begin, row.text_end);
    for (auto& row : document_.terms) move_mark(row.provision, row.text_begin, row.text_end);
    for (auto& row : document_.quotations) move_mark(row.provision, row.text_begin, row.text_end);
}

void PointSplitter::move_mark(ProvisionId& provision, std::uint32_t& begin, std::uint32_t& end) const {
    auto const length = end - begin;
    begin = moved(begin);
    end = length == 0 ? begin : moved(end - 1) + 1;
    if (!provision.valid()) return;
    auto const& blocks = document_.blocks;
    auto const after = std::upper_bound(blocks.begin(), blocks.end(), begin,
                                        [](std::uint32_t at, Block const& b) { return at < b.begin; });
    if (after != blocks.begin() && std::prev(after)->provision.valid())
        provision = std::prev(after)->provision;
}

// Where a byte of the text stands after borders were put in.
std::uint32_t PointSplitter::moved(std::uint32_t offset) const {
    auto const before = std::upper_bound(inserted_.begin(), inserted_.end(), offset) - inserted_.begin();
    return offset + static_cast<std::uint32_t>(before);
}

}  // namespace lacuna::akn
