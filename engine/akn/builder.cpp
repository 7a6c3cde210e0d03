#include "akn/builder.hpp"

#include "akn/bytes16.hpp"

namespace lacuna::akn {

namespace {

// Kept for the next document on this thread: fresh memory costs more than what is written to it.
[[nodiscard]] TextWriter& kept_writer() {
    thread_local TextWriter writer;
    return writer;
}

}  // namespace

Account::Class class_of(Role role) {
    switch (role) {
        case Role::num:
            return Account::numbers;
        case Role::heading:
            return Account::headings;
        case Role::preface:
            return Account::front_and_back;
        case Role::intro:
        case Role::content:
        case Role::wrap_up:
            break;
    }
    return Account::provisions;
}

Builder::Builder(Document& document, bool ascii) : document_(document), ascii_(ascii), text_(kept_writer()) {
    text_.clear();
}

std::uint64_t Builder::later_bytes(std::string_view text) const {
    return ascii_ ? 0 : Continuations::count(text);
}

ProvisionId Builder::open_provision(std::string_view element, Span source) {
    end_block();
    auto& row = document_.provisions.emplace_back();
    row.parent = state.provision;
    row.element = element;
    row.source = source;
    row.force = state.force;
    row.quoted = state.quoted;
    row.attachment = state.attachment;
    row.language = state.language;
    row.amends = state.amends;
    row.block_begin = static_cast<std::uint32_t>(document_.blocks.size());
    state.provision = ProvisionId(document_.provisions.size() - 1);
    state.role = Role::content;
    return state.provision;
}

void Builder::close_provision(ProvisionId id) {
    end_block();
    auto& row = document_.provisions[id.index()];
    row.subtree_end = static_cast<std::uint32_t>(document_.provisions.size());
    row.block_end = static_cast<std::uint32_t>(document_.blocks.size());
}

void Builder::open_block() {
    Block block;
    block.provision = state.front ? ProvisionId{} : state.provision;
    block.role = state.front ? Role::preface : state.role;
    block.begin = block.end = text_.size();
    document_.blocks.push_back(block);
    open_ = true;
    blank_ = break_ = false;
}

void Builder::end_block() {
    if (!open_) return;
    document_.blocks.back().end = text_.size();
    text_.put('\n');
    open_ = blank_ = break_ = false;
}

void Builder::line_break() {
    break_ = open_;
}

std::uint32_t Builder::next_offset() const {
    bool const gap = open_ && (blank_ || break_) && text_.size() > document_.blocks.back().begin;
    return end_offset() + (gap ? 1 : 0);
}

void Builder::blanks(std::uint32_t count) {
    if (count == 0) return;
    document_.account.body += count;
    blanks_ += count;
    blank_ = true;
}

void Builder::text(std::string_view words, std::uint32_t source) {
    auto const* at = words.data();
    auto const* const end = at + words.size();
    document_.account.body += words.size();
    for (bool first = true;; first = false) {
        auto const* const word = skip_blanks(at, end);
        if (word != at) {
            blanks_ += static_cast<std::uint64_t>(word - at);
            blank_ = true;
        }
        if (word == end) return;
        if (!open_) {
            open_block();
        } else if (blank_ || break_) {
            text_.put(' ');
            if (blank_)
                --blanks_;
            else
                ++inserted_[class_of(document_.blocks.back().role)];
            blank_ = break_ = false;
        }
        if (first) document_.runs.push_back({text_.size(), source});
        at = text_.words(word, end);
    }
}

void Builder::set_aside(Account::Class item, std::string_view words) {
    set_aside(item, words.size() - later_bytes(words));
}

void Builder::set_aside(Account::Class item, std::uint64_t count) {
    document_.account.characters[item] += count;
    document_.account.body += count;
}

void Builder::end() {
    end_block();
    document_.text = text_.text();
}

void Builder::finish(std::uint64_t more_blanks) {
    auto& account = document_.account;
    // Bytes were counted so far. Those that continue a character are all in the text.
    auto const later = later_bytes(document_.text);
    account.body -= later;
    for (auto const& block : document_.blocks) {
        auto const item = class_of(block.role);
        account.characters[item] += block.end - block.begin;
        if (item == Account::provisions || later == 0) continue;
        auto const own = later_bytes(document_.text_of(block));
        account.characters[item] -= own;
        account.characters[Account::provisions] += own;
    }
    account.characters[Account::provisions] -= later;
    for (auto const item :
         {Account::provisions, Account::headings, Account::numbers, Account::front_and_back})
        account.characters[item] -= inserted_[item];
    account.characters[Account::layout] += blanks_ + more_blanks;
}

}  // namespace lacuna::akn
